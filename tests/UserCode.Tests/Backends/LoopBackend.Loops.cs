using KerasSharp.Backends;
using KerasSharp.Engine;

namespace UserCode.Backends;

// The loops.
internal sealed partial class LoopBackend
{
    /// <inheritdoc/>
    public void Unary(UnaryOp op, Tensor x, Tensor output, float alpha = 0)
    {
        Func<float, float> function = op switch
        {
            UnaryOp.Abs => MathF.Abs,
            UnaryOp.Negative => v => -v,
            UnaryOp.Sign => v => MathF.Sign(v),
            UnaryOp.Square => v => v * v,
            UnaryOp.Sqrt => MathF.Sqrt,
            UnaryOp.Exp => MathF.Exp,
            UnaryOp.Log => MathF.Log,
            UnaryOp.Log1p => v => MathF.Log(1 + v),
            UnaryOp.Reciprocal => v => 1 / v,
            UnaryOp.Tanh => MathF.Tanh,
            UnaryOp.Relu => v => MathF.Max(v, 0),
            _ => throw new NotSupportedException(op.ToString()),
        };
        Set(output, i => function(Values(x)[i]));
    }

    /// <inheritdoc/>
    public void Binary(BinaryOp op, Tensor a, Tensor b, Tensor output) => Broadcast(a, b, output, op switch
    {
        BinaryOp.Add => (x, y) => x + y,
        BinaryOp.Subtract => (x, y) => x - y,
        BinaryOp.Multiply => (x, y) => x * y,
        BinaryOp.Divide => (x, y) => x / y,
        BinaryOp.DivideNoNan => (x, y) => y == 0 ? 0 : x / y,
        BinaryOp.Maximum => MathF.Max,
        BinaryOp.Minimum => MathF.Min,
        BinaryOp.Power => MathF.Pow,
        _ => throw new NotSupportedException(op.ToString()),
    });

    /// <inheritdoc/>
    public void Compare(CompareOp op, Tensor a, Tensor b, Tensor output) => Broadcast(a, b, output, op switch
    {
        CompareOp.Equal => (x, y) => x == y ? 1 : 0,
        CompareOp.NotEqual => (x, y) => x != y ? 1 : 0,
        CompareOp.Less => (x, y) => x < y ? 1 : 0,
        CompareOp.LessEqual => (x, y) => x <= y ? 1 : 0,
        CompareOp.Greater => (x, y) => x > y ? 1 : 0,
        _ => (x, y) => x >= y ? 1 : 0,
    });

    /// <inheritdoc/>
    public void Select(Tensor condition, Tensor a, Tensor b, Tensor output) =>
        Set(output, i => Values(condition)[i] != 0 ? Values(a)[i] : Values(b)[i]);

    /// <inheritdoc/>
    public void Reduce(ReduceOp op, Tensor x, ReadOnlySpan<int> axes, Tensor output)
    {
        float[] from = Values(x), to = Values(output);
        Array.Fill(to, op switch { ReduceOp.Prod => 1, ReduceOp.Max => float.NegativeInfinity, ReduceOp.Min => float.PositiveInfinity, _ => 0 });
        for (var i = 0; i < from.Length; i++)
        {
            ref var cell = ref to[Kept(i, x.Dims, axes)];
            cell = op switch
            {
                ReduceOp.Prod => cell * from[i],
                ReduceOp.Max => MathF.Max(cell, from[i]),
                ReduceOp.Min => MathF.Min(cell, from[i]),
                _ => cell + from[i],
            };
        }

        if (op == ReduceOp.Mean)
        {
            Set(output, i => to[i] / (x.size / output.size));
        }
    }

    /// <inheritdoc/>
    public void Transpose(Tensor x, ReadOnlySpan<int> permutation, Tensor output)
    {
        var steps = new int[permutation.Length];
        for (var axis = 0; axis < steps.Length; axis++)
        {
            steps[axis] = 1;
            foreach (var length in x.Dims[(permutation[axis] + 1)..])
            {
                steps[axis] *= length;
            }
        }

        Set(output, i =>
        {
            var place = 0;
            for (var axis = steps.Length - 1; axis >= 0; i /= output.dim(axis--))
            {
                place += i % output.dim(axis) * steps[axis];
            }

            return Values(x)[place];
        });
    }

    /// <inheritdoc/>
    public void MatMul(Tensor a, Tensor b, bool transposeA, bool transposeB, Tensor output)
    {
        if (a.ndim != 2 || b.ndim != 2)
        {
            throw new NotSupportedException("products of batches of matrices");
        }

        int m = output.dim(0), n = output.dim(1), k = a.dim(transposeA ? 0 : 1);
        Set(output, i =>
        {
            var (row, column, sum) = (i / n, i % n, 0f);
            for (var l = 0; l < k; l++)
            {
                sum += Values(a)[transposeA ? (l * m) + row : (row * k) + l] * Values(b)[transposeB ? (column * k) + l : (l * n) + column];
            }

            return sum;
        });
    }

    private static void Broadcast(Tensor a, Tensor b, Tensor output, Func<float, float, float> function) =>
        Set(output, i => Cut(output.dtype, function(Values(a)[Place(i, output.Dims, a.Dims)], Values(b)[Place(i, output.Dims, b.Dims)])));

    // Where a tensor of shape `dims` holds what broadcasting puts at place `flat` of `shape`.
    private static int Place(int flat, ReadOnlySpan<int> shape, ReadOnlySpan<int> dims)
    {
        var (place, step) = (0, 1);
        for (int axis = shape.Length - 1, own = dims.Length - 1; own >= 0; axis--, own--)
        {
            place += (dims[own] == 1 ? 0 : flat % shape[axis]) * step;
            step *= dims[own];
            flat /= shape[axis];
        }

        return place;
    }

    // Where the element at place `flat` of `shape` is counted when the axes are reduced.
    private static int Kept(int flat, ReadOnlySpan<int> shape, ReadOnlySpan<int> axes)
    {
        var (place, step) = (0, 1);
        for (var axis = shape.Length - 1; axis >= 0; flat /= shape[axis--])
        {
            if (!axes.Contains(axis))
            {
                place += flat % shape[axis] * step;
                step *= shape[axis];
            }
        }

        return place;
    }
}

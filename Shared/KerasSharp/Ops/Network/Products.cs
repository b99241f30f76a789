using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp;

/// <summary>Products of tensors, put together from the matrix product.</summary>
internal static class Products
{
    /// <summary>The matrix product; float64 and integers are multiplied and summed instead.</summary>
    /// <exception cref="InvalidArgumentError">The shapes do not fit.</exception>
    public static Tensor MatMul(Tensor a, Tensor b, bool transposeA, bool transposeB)
    {
        Check(a, b, transposeA, transposeB);
        if (a.dtype == DType.Float32 && b.dtype == DType.Float32)
        {
            return ops.matmul(a, b, transposeA, transposeB);
        }

        (a, b) = (transposeA ? ops.swapaxes(a, -1, -2) : a, transposeB ? ops.swapaxes(b, -1, -2) : b);
        return ops.sum(ops.multiply(ops.expand_dims(a, -1), ops.expand_dims(b, -3)), -2);
    }

    /// <summary>The sum of products over axes of both.</summary>
    /// <exception cref="ValueError">The axes do not fit.</exception>
    public static Tensor TensorDot(Tensor a, Tensor b, object? axes)
    {
        var (left, right) = Axes(a, b, axes);
        (left, right) = (Array.ConvertAll(left, i => Shapes.Axis(i, a.ndim)), Array.ConvertAll(right, i => Shapes.Axis(i, b.ndim)));
        int[] keepA = [.. Enumerable.Range(0, a.ndim).Except(left)], keepB = [.. Enumerable.Range(0, b.ndim).Except(right)];
        int[] dims = [.. keepA.Select(i => a.dim(i)), .. keepB.Select(i => b.dim(i))];
        if (left.Length != right.Length || left.Zip(right).Any(pair => a.dim(pair.First) != b.dim(pair.Second) && a.dim(pair.First) >= 0 && b.dim(pair.Second) >= 0))
        {
            throw new InvalidArgumentError($"Matrix size-incompatible: In[0]: {a.shape}, In[1]: {b.shape}, axes: [{string.Join(", ", left)}], [{string.Join(", ", right)}]");
        }

        if (a.IsSymbolic || b.IsSymbolic)
        {
            return Lambda.Unknown(a.dtype, dims);
        }

        var inner = left.Aggregate(1, (product, i) => product * a.dim(i));
        var x = ops.reshape(ops.transpose(a, (int[])[.. keepA, .. left]), keepA.Aggregate(1, (product, i) => product * a.dim(i)), inner);
        var y = ops.reshape(ops.transpose(b, (int[])[.. right, .. keepB]), inner, keepB.Aggregate(1, (product, i) => product * b.dim(i)));
        return ops.reshape(MatMul(x, y, false, false), dims);
    }

    private static (int[] Left, int[] Right) Axes(Tensor a, Tensor b, object? axes)
    {
        if (axes is System.Collections.IEnumerable list and not string)
        {
            object?[] both = [.. list.Cast<object?>()];
            return both.Length == 2 ? (ShapeLike.Of(both[0]).Resolve(), ShapeLike.Of(both[1]).Resolve())
                : throw new ValueError($"`axes` must be an integer or have length 2. Received: axes of length {both.Length}");
        }

        var n = Convert.ToInt32(axes, null);
        return n >= 0 && n <= a.ndim && n <= b.ndim ? ([.. Enumerable.Range(a.ndim - n, n)], [.. Enumerable.Range(0, n)])
            : throw new ValueError($"`axes` must not be larger than the number of dimensions of tensor {a.shape}. Received: axes={n}");
    }

    private static void Check(Tensor a, Tensor b, bool transposeA, bool transposeB)
    {
        if (a.dtype != b.dtype)
        {
            throw new InvalidArgumentError($"cannot compute MatMul as input #1(zero-based) was expected to be a {Ops.Operation.PlainName(a.dtype)} tensor but is a {Ops.Operation.PlainName(b.dtype)} tensor");
        }

        if (a.ndim != b.ndim && (a.ndim < 2 || b.ndim < 2))
        {
            throw new InvalidArgumentError($"In[0] and In[1] has different ndims: {Ops.Operation.PlainShape(a.Dims)} vs. {Ops.Operation.PlainShape(b.Dims)}");
        }

        if (a.ndim < 2)
        {
            throw new InvalidArgumentError($"In[0] and In[1] ndims must be == 2: {a.ndim}");
        }

        if (!Shapes.Fit([a.dim(transposeA ? -2 : -1)], [b.dim(transposeB ? -1 : -2)]))
        {
            throw a.IsSymbolic || b.IsSymbolic
                ? new ValueError($"Dimensions must be equal, but are {a.dim(transposeA ? -2 : -1)} and {b.dim(transposeB ? -1 : -2)}")
                : new InvalidArgumentError($"Matrix size-incompatible: In[0]: {Ops.Operation.PlainShape(a.Dims)}, In[1]: {Ops.Operation.PlainShape(b.Dims)}");
        }
    }
}

using KerasSharp.Backends;
using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp.Ops;

/// <summary>All steps of an LSTM in one kernel. Its gates stand in the order input, forget, carry, output.</summary>
internal sealed class LstmSequence(bool backwards) : Operation
{
    private Tensor? gates;
    private Tensor? cells;

    /// <summary>
    /// All steps of an LSTM with tanh and sigmoid: what the inputs give (time, batch, 4 · units), the recurrent kernel, the first output
    /// and carry (batch, units), and which steps count, bool (time, batch), or null.
    /// </summary>
    /// <returns>(time + 1, batch, units): the outputs in the order of the steps, then the last carry; null where the backend has no kernel for it.</returns>
    public static Tensor? All(Tensor projected, Tensor kernel, Tensor h, Tensor c, Tensor? mask, bool backwards)
    {
        if (!IsFused(projected))
        {
            return null;
        }

        var sequence = new LstmSequence(backwards);
        return mask is null ? sequence.apply(projected, kernel, h, c) : sequence.apply(projected, kernel, h, c, mask);
    }

    /// <inheritdoc/>
    public override string name => "lstm";

    /// <summary>Whether the backend of a tensor has the kernel.</summary>
    public static bool IsFused(Tensor x) => x is { IsSymbolic: false, size: > 0 } && x.Storage.Backend is IFusedLstm;

    /// <inheritdoc/>
    protected internal override OutputSpec infer(Tensor[] inputs)
    {
        Array.ForEach(inputs[..4], RequireFloat32);
        var units = inputs[1].dim(0);
        return inputs[0].ndim == 3 && inputs[0].dim(2) == 4 * units && inputs[1].dim(1) == 4 * units
            && Shapes.Same(inputs[2].Dims, [inputs[0].dim(1), units]) && Shapes.Same(inputs[3].Dims, inputs[2].Dims)
                ? new(DType.Float32, [inputs[0].dim(0) + 1, inputs[0].dim(1), units])
                : throw new ValueError("lstm expects shapes (time, batch, 4 * units), (units, 4 * units) and two states (batch, units). "
                    + $"Received: {string.Join(", ", inputs.Select(x => x.shape))}");
    }

    /// <inheritdoc/>
    protected override void run(IBackend backend, Tensor[] inputs, Tensor output)
    {
        gates = Tensor.EmptyLike(inputs[0]);
        backend.Copy(inputs[0], gates);
        cells = Tensor.Empty(backend, DType.Float32, [inputs[0].dim(0), inputs[0].dim(1), inputs[1].dim(0)]);
        ((IFusedLstm)backend).Lstm(gates, inputs[1], inputs[2], inputs[3], inputs.Length > 4 ? inputs[4] : null, backwards, cells, output);
    }

    /// <inheritdoc/>
    protected override Tensor?[] gradient(Tensor[] inputs, Tensor output, Tensor dy, ReadOnlySpan<bool> needs)
    {
        if (GradientTape.IsRecording)
        {
            return RecurrentKernel.Composed(inputs, dy, Compose);
        }

        Tensor dx = Tensor.EmptyLike(inputs[0]), dh = Tensor.EmptyLike(inputs[2]), dc = Tensor.EmptyLike(inputs[3]);
        ((IFusedLstm)output.Storage.Backend).LstmGradient(gates!, cells!, inputs[1], inputs[3], inputs.Length > 4 ? inputs[4] : null, backwards, dy, dx, dh, dc);
        var byKernel = needs[1] ? RecurrentKernel.Gradient(inputs[2], output, dx, backwards) : null;
        return [dx, byKernel, dh, dc, .. inputs.Length > 4 ? [(Tensor?)null] : Array.Empty<Tensor?>()];
    }

    private Tensor Compose(Tensor[] inputs)
    {
        var steps = TimeSteps.Of(inputs[0]);
        var masks = inputs.Length > 4 ? TimeSteps.Of(inputs[4]) : null;
        var (h, c, units) = (inputs[2], inputs[3], inputs[1].dim(0));
        var rows = new List<Tensor>();
        for (var s = 0; s < steps.Length; s++)
        {
            var t = backwards ? steps.Length - 1 - s : s;
            var gate = ops.Split(steps[t] + ops.matmul(h, inputs[1]), [units, units, units, units], -1);
            var carry = (ops.sigmoid(gate[1]) * c) + (ops.sigmoid(gate[0]) * ops.tanh(gate[2]));
            var fresh = ops.sigmoid(gate[3]) * ops.tanh(carry);
            if (masks is not null)
            {
                var counts = ops.expand_dims(masks[t], -1);
                (fresh, carry) = (ops.where(counts, fresh, h), ops.where(counts, carry, c));
            }

            (h, c) = (fresh, carry);
            rows.Add(h);
        }

        return ops.stack([.. rows, c]);
    }
}

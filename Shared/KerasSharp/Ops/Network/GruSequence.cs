using KerasSharp.Backends;
using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp.Ops;

/// <summary>All steps of a GRU in one kernel. Its gates stand in the order update, reset, candidate.</summary>
internal sealed class GruSequence(bool backwards) : Operation
{
    private Tensor? gates;

    /// <summary>
    /// All steps of a GRU with tanh and sigmoid whose reset gate works behind the product: what the inputs give (time, batch, 3 · units),
    /// the recurrent kernel, its bias (3 · units,), the first state (batch, units), and which steps count, bool (time, batch), or null.
    /// </summary>
    /// <returns>The states in the order of the steps (time, batch, units); null where the backend has no kernel for it.</returns>
    public static Tensor? All(Tensor projected, Tensor kernel, Tensor bias, Tensor h, Tensor? mask, bool backwards)
    {
        if (!IsFused(projected))
        {
            return null;
        }

        var sequence = new GruSequence(backwards);
        return mask is null ? sequence.apply(projected, kernel, bias, h) : sequence.apply(projected, kernel, bias, h, mask);
    }

    /// <inheritdoc/>
    public override string name => "gru";

    /// <summary>Whether the backend of a tensor has the kernel.</summary>
    public static bool IsFused(Tensor x) => x is { IsSymbolic: false, size: > 0 } && x.Storage.Backend is IFusedGru;

    /// <inheritdoc/>
    protected internal override OutputSpec infer(Tensor[] inputs)
    {
        Array.ForEach(inputs[..4], RequireFloat32);
        var units = inputs[1].dim(0);
        return inputs[0].ndim == 3 && inputs[0].dim(2) == 3 * units && inputs[1].dim(1) == 3 * units && Shapes.Same(inputs[2].Dims, [3 * units])
            && Shapes.Same(inputs[3].Dims, [inputs[0].dim(1), units])
                ? new(DType.Float32, [inputs[0].dim(0), inputs[0].dim(1), units])
                : throw new ValueError("gru expects shapes (time, batch, 3 * units), (units, 3 * units), (3 * units,) and a state (batch, units). "
                    + $"Received: {string.Join(", ", inputs.Select(x => x.shape))}");
    }

    /// <inheritdoc/>
    protected override void run(IBackend backend, Tensor[] inputs, Tensor output)
    {
        gates = Tensor.Empty(backend, DType.Float32, [inputs[0].dim(0), inputs[0].dim(1), 4 * inputs[1].dim(0)]);
        ((IFusedGru)backend).Gru(inputs[0], inputs[1], inputs[2], inputs[3], inputs.Length > 4 ? inputs[4] : null, backwards, gates, output);
    }

    /// <inheritdoc/>
    protected override Tensor?[] gradient(Tensor[] inputs, Tensor output, Tensor dy, ReadOnlySpan<bool> needs)
    {
        if (GradientTape.IsRecording)
        {
            return RecurrentKernel.Composed(inputs, dy, Compose);
        }

        Tensor dx = Tensor.EmptyLike(inputs[0]), products = Tensor.EmptyLike(inputs[0]), dh = Tensor.EmptyLike(inputs[3]);
        ((IFusedGru)output.Storage.Backend).GruGradient(
            gates!, output, inputs[1], inputs[3], inputs.Length > 4 ? inputs[4] : null, backwards, dy, dx, products, dh);
        return
        [
            dx, needs[1] ? RecurrentKernel.Gradient(inputs[3], output, products, backwards) : null, needs[2] ? ops.sum_to(products, inputs[2].DimsArray) : null, dh,
            .. inputs.Length > 4 ? [(Tensor?)null] : Array.Empty<Tensor?>(),
        ];
    }

    private Tensor Compose(Tensor[] inputs)
    {
        var steps = TimeSteps.Of(inputs[0]);
        var masks = inputs.Length > 4 ? TimeSteps.Of(inputs[4]) : null;
        var (h, units) = (inputs[3], inputs[1].dim(0));
        var rows = new List<Tensor>();
        for (var s = 0; s < steps.Length; s++)
        {
            var t = backwards ? steps.Length - 1 - s : s;
            var x = ops.Split(steps[t], [units, units, units], -1);
            var inner = ops.Split(ops.matmul(h, inputs[1]) + inputs[2], [units, units, units], -1);
            var update = ops.sigmoid(x[0] + inner[0]);
            var candidate = ops.tanh(x[2] + (ops.sigmoid(x[1] + inner[1]) * inner[2]));
            var fresh = (update * h) + ((1 - update) * candidate);
            h = masks is null ? fresh : ops.where(ops.expand_dims(masks[t], -1), fresh, h);
            rows.Add(h);
        }

        return ops.stack(rows);
    }
}

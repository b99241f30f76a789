using KerasSharp.Backends;
using KerasSharp.Engine;
using KerasSharp.Saving;
using static KerasSharp.keras;

namespace KerasSharp.Ops;

/// <summary>Adds slices at indices into zeros: the gradient of <see cref="Gather"/>.</summary>
internal sealed class ScatterAdd(int axis, int[] dims) : Operation
{
    /// <inheritdoc/>
    public override string name => "scatter_add";

    /// <inheritdoc/>
    public override Config attributes => new() { ["axis"] = axis, ["shape"] = dims };

    /// <inheritdoc/>
    protected internal override OutputSpec infer(Tensor[] inputs) => new(inputs[0].dtype, dims);

    /// <inheritdoc/>
    protected override void run(IBackend backend, Tensor[] inputs, Tensor output)
    {
        backend.Fill(output, 0);
        backend.ScatterAdd(inputs[0], inputs[1], axis, output);
    }

    /// <inheritdoc/>
    protected override Tensor?[] gradient(Tensor[] inputs, Tensor output, Tensor dy, ReadOnlySpan<bool> needs)
        => [needs[0] ? ops.take(dy, inputs[1], axis) : null, null];
}

using KerasSharp.Backends;
using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp.Ops;

/// <summary>One value everywhere, of the shape of the input, on whose value it does not depend.</summary>
internal sealed class FullLike(double value) : Operation
{
    /// <inheritdoc/>
    public override string name => "full_like";

    /// <inheritdoc/>
    public override Config attributes => new() { ["value"] = value };

    /// <inheritdoc/>
    protected internal override bool IsDifferentiable => false;

    /// <inheritdoc/>
    protected internal override OutputSpec infer(Tensor[] inputs) => new(inputs[0].dtype, inputs[0].DimsArray);

    /// <inheritdoc/>
    protected override void run(IBackend backend, Tensor[] inputs, Tensor output) => backend.Fill(output, value);
}

using KerasSharp.Backends;
using KerasSharp.Engine;

namespace KerasSharp.Ops;

/// <summary>For each window the element at the place where x is largest: the gradient of a maximum's gradient.</summary>
internal sealed class Pool2DSelect(in Pool2DGeometry geometry, Tensor x) : Operation
{
    private readonly Pool2DGeometry g = geometry;

    /// <inheritdoc/>
    public override string name => "MaxPoolGradGrad";

    /// <inheritdoc/>
    protected internal override OutputSpec infer(Tensor[] inputs) => new(DType.Float32, [g.Batch, g.OutputHeight, g.OutputWidth, g.Channels]);

    /// <inheritdoc/>
    protected override void run(IBackend backend, Tensor[] inputs, Tensor output) => backend.Pool2DSelect(g, x, inputs[0], output);

    /// <inheritdoc/>
    protected override Tensor?[] gradient(Tensor[] inputs, Tensor output, Tensor dy, ReadOnlySpan<bool> needs)
        => [new Pool2DGradient(PoolOp.Max, g, x, output).apply(dy)];
}

using KerasSharp.Backends;
using KerasSharp.Engine;

namespace KerasSharp.Ops;

/// <summary>The gradient of a pooling by its input, from dy. Where a maximum stands does not change with x but at kinks: x is a constant here.</summary>
internal sealed class Pool2DGradient(PoolOp function, in Pool2DGeometry geometry, Tensor x, Tensor y) : Operation
{
    private readonly Pool2DGeometry g = geometry;

    /// <inheritdoc/>
    public override string name => function == PoolOp.Max ? "MaxPoolGrad" : "AvgPoolGrad";

    /// <inheritdoc/>
    protected internal override OutputSpec infer(Tensor[] inputs) => new(DType.Float32, x.DimsArray);

    /// <inheritdoc/>
    protected override void run(IBackend backend, Tensor[] inputs, Tensor output) => backend.Pool2DGradient(function, g, x, y, inputs[0], output);

    /// <inheritdoc/>
    protected override Tensor?[] gradient(Tensor[] inputs, Tensor output, Tensor dy, ReadOnlySpan<bool> needs)
        => [function == PoolOp.Average ? new Pool2D(function, g).apply(dy) : new Pool2DSelect(g, x).apply(dy)];
}

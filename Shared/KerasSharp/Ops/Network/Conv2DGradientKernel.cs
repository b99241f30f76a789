using KerasSharp.Backends;
using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp.Ops;

/// <summary>The gradient of a convolution by its kernel, from (x, dy).</summary>
internal sealed class Conv2DGradientKernel(in Conv2DGeometry geometry, int[] dims) : Operation
{
    private readonly Conv2DGeometry g = geometry;

    /// <inheritdoc/>
    public override string name => "Conv2DBackpropFilter";

    /// <inheritdoc/>
    public override Config attributes => ConvAttributes.Of(g);

    /// <inheritdoc/>
    protected internal override OutputSpec infer(Tensor[] inputs)
    {
        RequireFloat32(inputs[0]);
        RequireFloat32(inputs[1]);
        return new(DType.Float32, dims);
    }

    /// <inheritdoc/>
    protected override void run(IBackend backend, Tensor[] inputs, Tensor output) => backend.Conv2DGradientKernel(g, inputs[0], inputs[1], output);

    // Linear in both, with the gradient by the kernel in the place of the kernel.
    /// <inheritdoc/>
    protected override Tensor?[] gradient(Tensor[] inputs, Tensor output, Tensor dy, ReadOnlySpan<bool> needs) =>
    [
        needs[0] ? new Conv2DGradientInput(g, inputs[0].DimsArray).apply(inputs[1], dy) : null,
        needs[1] ? new Conv2D(g).apply(inputs[0], dy) : null,
    ];
}

using KerasSharp.Backends;
using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp.Ops;

/// <summary>The gradient of a convolution by its input: a transposed convolution of (dy, kernel).</summary>
internal sealed class Conv2DGradientInput(in Conv2DGeometry geometry, int[] dims) : Operation
{
    private readonly Conv2DGeometry g = geometry;

    /// <inheritdoc/>
    public override string name => "Conv2DBackpropInput";

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
    protected override void run(IBackend backend, Tensor[] inputs, Tensor output) => backend.Conv2DGradientInput(g, inputs[0], inputs[1], output);

    // Linear in both: by dy it is the convolution itself, by the kernel the kernel's gradient with dx in the place of x.
    /// <inheritdoc/>
    protected override Tensor?[] gradient(Tensor[] inputs, Tensor output, Tensor dy, ReadOnlySpan<bool> needs) =>
    [
        needs[0] ? new Conv2D(g).apply(dy, inputs[1]) : null,
        needs[1] ? new Conv2DGradientKernel(g, inputs[1].DimsArray).apply(dy, inputs[0]) : null,
    ];
}

namespace KerasSharp.Backends.Managed;

/// <summary>
/// 2-D convolution and its gradients, channels_last: x (n, h, w, c), kernel (kh, kw, c / groups, f), y (n, oh, ow, f). A depthwise
/// convolution is the one with groups = c (its kernel (kh, kw, c, multiplier) lies in memory as (kh, kw, 1, c · multiplier)) and has kernels
/// of its own (<see cref="DepthwiseConv2D"/>), a transposed one is the gradient by the input.
/// <para>
/// In channels_last the elements of x under one row of the kernel lie side by side, and the neighbouring pixels of an output row read
/// from the same row at equal distances. So a tile of pixels × filters can read x where it lies: no patches are copied out, whatever the
/// number of channels. Only where the rows of the output are too short to fill a tile, patches go through <see cref="Gemm"/>.
/// </para>
/// </summary>
internal static unsafe class Conv2D
{
    // Output rows shorter than this leave a tile too few rows to be worth their loads of the kernel.
    private const int ShortRow = 6;

    /// <summary>y = activation(x * kernel + bias); bias may be null.</summary>
    public static void Forward(in Conv2DGeometry g, float* x, float* kernel, float* bias, FusedActivation activation, float* y)
    {
        if (DepthwiseConv2D.Takes(g)) DepthwiseConv2D.Forward(g, x, kernel, bias, activation, y);
        else if (UsePatches(g)) Conv2DPatches.Forward(g, x, kernel, bias, activation, y);
        else Conv2DForward.Run(g, x, kernel, bias, activation, y);
    }

    /// <summary>The gradient by x.</summary>
    public static void GradientInput(in Conv2DGeometry g, float* dy, float* kernel, float* dx)
    {
        if (g.Channels == 0) return; // nothing to fill
        if (DepthwiseConv2D.Takes(g)) DepthwiseGradientInput.Run(g, dy, kernel, dx);
        else if (UsePatches(g)) Conv2DPatches.GradientInput(g, dy, kernel, dx);
        else Conv2DGradientInput.Run(g, dy, kernel, dx);
    }

    /// <summary>The gradient by the kernel. That by the bias is <see cref="SumRows"/>.</summary>
    public static void GradientKernel(in Conv2DGeometry g, float* x, float* dy, float* dkernel)
    {
        if (g.Channels == 0) return; // nothing to fill
        if (DepthwiseConv2D.Takes(g)) DepthwiseGradientKernel.Run(g, x, dy, dkernel);
        else if (UsePatches(g)) Conv2DPatches.GradientKernel(g, x, dy, dkernel);
        else Conv2DGradientKernel.Run(g, x, dy, dkernel);
    }

    // A convolution with 1 × 1 kernels, or with kernels as large as the image, is a matrix product: its patches are x itself.
    private static bool UsePatches(in Conv2DGeometry g) => g.OutputWidth < ShortRow || Conv2DPatches.AreInPlace(g);
}

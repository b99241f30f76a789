namespace KerasSharp.Backends.Managed;

/// <summary>What the kernels derive from a convolution's geometry.</summary>
internal readonly struct ConvShape
{
    public ConvShape(in Conv2DGeometry g)
    {
        Geometry = g;
        GroupChannels = g.Channels / g.Groups;
        GroupFilters = g.Filters / g.Groups;
        KernelSize = g.KernelHeight * g.KernelWidth * GroupChannels;
        IsRowContiguous = g.Groups == 1 && g.DilationWidth == 1;
        InputRows = ((g.OutputHeight - 1) * g.StrideHeight) + ((g.KernelHeight - 1) * g.DilationHeight) + 1;
        InputColumns = ((g.OutputWidth - 1) * g.StrideWidth) + ((g.KernelWidth - 1) * g.DilationWidth) + 1;
        NeedsPadding = g.PadTop > 0 || g.PadLeft > 0 || InputRows > g.Height || InputColumns > g.Width;
        InputImage = (nint)g.Height * g.Width * g.Channels;
        OutputImage = (nint)g.OutputHeight * g.OutputWidth * g.Filters;
    }

    public Conv2DGeometry Geometry { get; }

    /// <summary>The channels that one filter sees.</summary>
    public int GroupChannels { get; }

    /// <summary>The filters that see the same channels.</summary>
    public int GroupFilters { get; }

    /// <summary>The weights of one filter.</summary>
    public int KernelSize { get; }

    /// <summary>Whether the elements under one row of the kernel lie side by side.</summary>
    public bool IsRowContiguous { get; }

    /// <summary>The rows of x that are read, padding included.</summary>
    public int InputRows { get; }

    /// <summary>The columns of x that are read, padding included.</summary>
    public int InputColumns { get; }

    /// <summary>Whether pixels outside of x are read.</summary>
    public bool NeedsPadding { get; }

    /// <summary>The floats of one image of x.</summary>
    public nint InputImage { get; }

    /// <summary>The floats of one image of y.</summary>
    public nint OutputImage { get; }

    /// <summary>The floats of one row of x as the kernels read it: of the padded copy, or of x.</summary>
    public nint RowStride => (nint)(NeedsPadding ? InputColumns : Geometry.Width) * Geometry.Channels;

    /// <summary>The rows of x that some rows of y need.</summary>
    public int InputRowsFor(int outputRows) =>
        ((outputRows - 1) * Geometry.StrideHeight) + ((Geometry.KernelHeight - 1) * Geometry.DilationHeight) + 1;
}

namespace KerasSharp.Engine;

/// <summary>What is known of a tensor before it is computed: its type and its shape.</summary>
/// <param name="dtype">The element type.</param>
/// <param name="dims">The dimensions; -1 where one is unknown.</param>
public readonly struct OutputSpec(DType dtype, int[] dims)
{
    /// <summary>The element type.</summary>
    public DType DType { get; } = dtype;

    /// <summary>The dimensions; -1 where one is unknown. Never write to it.</summary>
    public int[] Dims { get; } = dims;
}

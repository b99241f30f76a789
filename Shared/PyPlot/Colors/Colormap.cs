namespace KerasSharp.matplotlib;

/// <summary>A table of 256 colours, looked up by a value from 0 to 1 as matplotlib does it.</summary>
/// <param name="name">The map's name, <c>viridis</c>.</param>
/// <param name="table">Its 256 colours.</param>
internal sealed class Colormap(string name, Rgba[] table)
{
    private readonly uint[] bytes = [.. table.Select(PackTruncated)];

    public string Name { get; } = name;

    /// <summary>The colour of a value; below 0 the first, above 1 the last, transparent for NaN.</summary>
    public Rgba this[double value] => double.IsNaN(value) ? default : table[Index(value)];

    /// <summary>
    /// The colour as pixels of an image have it, packed as 0xAABBGGRR. For images matplotlib cuts a channel to a byte where it
    /// rounds it for shapes, so the two differ by one now and then.
    /// </summary>
    public uint Pixel(double value) => double.IsNaN(value) ? 0 : bytes[Index(value)];

    /// <summary>The same colours from the end (<c>gray_r</c>).</summary>
    public Colormap Reversed() => new(Name + "_r", [.. table.Reverse()]);

    private static int Index(double value) => (int)Math.Clamp(Math.Floor(value * 256), 0, 255);

    private static uint PackTruncated(Rgba c) => 0xFF000000u | (uint)(c.B * 255) << 16 | (uint)(c.G * 255) << 8 | (uint)(c.R * 255);
}

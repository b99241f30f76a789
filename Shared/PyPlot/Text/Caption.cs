using KerasSharp.Python;

namespace KerasSharp.matplotlib;

/// <summary>A text with its look: a title or a label.</summary>
internal sealed record Caption(string Text, TextStyle Style)
{
    /// <summary>The caption of the arguments that every text of matplotlib takes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="size">The size where none is given.</param>
    /// <param name="fontsize">The size given.</param>
    /// <param name="fontweight">The weight given.</param>
    /// <param name="color">The colour given.</param>
    /// <param name="rotation">In degrees.</param>
    public static Caption Of(PythonString text, double size, FontSize fontsize, FontWeight fontweight, ColorLike color, double rotation = 0)
        => new(text.ToString(), new(fontsize.Points ?? size, fontweight.IsBold ?? false, color.Color, rotation));
}

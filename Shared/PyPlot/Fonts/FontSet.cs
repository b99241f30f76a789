using System.Text;
using SkiaSharp;

namespace KerasSharp.matplotlib;

/// <summary>The faces that text is drawn with, in order: each character takes the first that has it.</summary>
/// <param name="regular">Faces of normal weight; the first one gives the look.</param>
/// <param name="bold">Faces for bold text.</param>
/// <param name="system">Asked last: the face that the system has for a character, or null.</param>
/// <param name="hint">Told once, when a character is in none of them.</param>
internal sealed class FontSet(IReadOnlyList<FontFace> regular, IReadOnlyList<FontFace> bold, Func<Rune, SKTypeface?> system, FontHint hint)
{
    private static readonly FontFace Last = new(SKTypeface.Default);
    private static readonly Lazy<FontSet> System = new(() => FontFinder.Find(new FontHint(Console.Error)));
    private readonly Dictionary<(Rune, bool), FontFace> found = [];

    /// <summary>The fonts of this machine, looked for once.</summary>
    public static FontSet Default => System.Value;

    /// <summary>Whether Chinese can be drawn.</summary>
    public bool HasChinese => regular.Any(face => FontFinder.HasChinese(face.Typeface));

    /// <summary>The face that gives the look, and the height of a line.</summary>
    public FontFace First(bool isBold) => (isBold ? bold : regular).FirstOrDefault(Last);

    /// <summary>The face that has a character.</summary>
    public FontFace For(Rune rune, bool isBold)
    {
        lock (found)
        {
            if (!found.TryGetValue((rune, isBold), out var face))
                found[(rune, isBold)] = face = Search(rune, isBold);
            return face;
        }
    }

    private FontFace Search(Rune rune, bool isBold)
    {
        var faces = isBold ? bold : regular;
        var face = faces.FirstOrDefault(face => face.Typeface.ContainsGlyph(rune.Value));
        if (face is null && system(rune) is { } other)
            face = new(other, Embolden: isBold);
        if (face is null && !Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune))
            hint.Tell(rune);
        return face ?? First(isBold);
    }
}

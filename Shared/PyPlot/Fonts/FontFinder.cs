using SkiaSharp;

namespace KerasSharp.matplotlib;

/// <summary>
/// Finds the faces of this machine: Chinese first, so that a figure has one look, then Latin and symbols for what it lacks.
/// Windows and macOS are asked by family; on Linux the files are opened by themselves, since Skia's build there knows no fontconfig.
/// </summary>
internal static class FontFinder
{
    /// <summary>An environment variable that names a font file, which then comes first.</summary>
    public const string Variable = "KERASSHARP_FONT";

    /// <summary>Four characters of the tutorial that Simplified fonts without Traditional forms lack.</summary>
    private const string Probe = "訓練預測";

    public static bool HasChinese(SKTypeface face) => Probe.All(character => face.ContainsGlyph(character));

    public static FontSet Find(FontHint hint)
    {
        var files = FontFolders.FilesByName();
        List<(FontFace Regular, FontFace Bold)> pairs = [];
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
            pairs.Add(Pair(Open(named) ?? throw new OSError($"{Variable} names '{named}', which is no font file that can be opened"), null));
        if (FindChineseFamily() is { } family)
            pairs.Add(family);
        else if (Files(files, FontCandidates.ChineseFiles).FirstOrDefault(pair => HasChinese(pair.Regular.Typeface)) is { Regular: not null } file)
            pairs.Add(file);
        pairs.AddRange(Files(files, FontCandidates.LatinFiles));
        if (pairs.Count == 0)
            pairs.AddRange(AnyFile(files));
        return new([.. pairs.Select(pair => pair.Regular)], [.. pairs.Select(pair => pair.Bold)], rune => SKFontManager.Default.MatchCharacter(rune.Value), hint);
    }

    private static (FontFace Regular, FontFace Bold)? FindChineseFamily()
    {
        foreach (var family in FontCandidates.ChineseFamilies)
        {
            if (Match(family, SKFontStyle.Normal) is { } regular && HasChinese(regular))
                return Pair(regular, Match(family, SKFontStyle.Bold));
        }
        return null;
    }

    /// <summary>The face of a family, and not the substitute that the system may hand out for it.</summary>
    private static SKTypeface? Match(string family, SKFontStyle style)
        => SKFontManager.Default.MatchFamily(family, style) is { } face && face.FamilyName.StartsWith(family, StringComparison.OrdinalIgnoreCase) ? face : null;

    private static IEnumerable<(FontFace Regular, FontFace Bold)> Files(Dictionary<string, string> files, (string Regular, string Bold)[] names)
    {
        foreach (var (regular, bold) in names)
        {
            if (files.TryGetValue(regular, out var path) && Open(path) is { } face)
                yield return Pair(face, files.TryGetValue(bold, out var boldPath) ? Open(boldPath) : null);
        }
    }

    private static IEnumerable<(FontFace Regular, FontFace Bold)> AnyFile(Dictionary<string, string> files)
        => files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => Open(file.Value)).OfType<SKTypeface>()
            .Where(face => face.ContainsGlyph('a') && face.ContainsGlyph('0')).Take(1).Select(face => Pair(face, null));

    private static (FontFace Regular, FontFace Bold) Pair(SKTypeface regular, SKTypeface? bold)
        => (new(regular), bold is { FontWeight: >= (int)SKFontStyleWeight.SemiBold } ? new(bold) : new(regular, Embolden: true));

    /// <summary>Opens a file; of a collection the face for Taiwan, if there is one, else its first.</summary>
    private static SKTypeface? Open(string path)
    {
        if (!File.Exists(path))
            return null;
        SKTypeface? first = null;
        // A collection has a face per region (Noto Sans CJK: JP, KR, SC, TC, HK); asked past its end, Skia answers null.
        for (var index = 0; index < 32 && SKTypeface.FromFile(path, index) is { } face; index++)
        {
            first ??= face;
            if (face.FamilyName.Split(' ').Any(word => word is "TC" or "TW"))
                return face;
            if (!Path.GetExtension(path).ToLowerInvariant().EndsWith('c'))
                break;
        }
        return first;
    }
}

using System.Text;

namespace KerasSharp.matplotlib;

/// <summary>Says once, on standard error, that a character cannot be drawn, and which package brings the font.</summary>
/// <param name="writer">Where to say it.</param>
internal sealed class FontHint(TextWriter writer)
{
    private bool told;

    public void Tell(Rune rune)
    {
        if (told)
            return;
        told = true;
        writer.WriteLine($"pyplot: no font on this machine has the character '{rune}' (U+{rune.Value:X4}), so it is missing in the figures. "
            + $"{Cure(ReadRelease())}, or name a font file in the environment variable {FontFinder.Variable}.");
    }

    /// <summary>What to install, by the <c>ID</c> and <c>ID_LIKE</c> of <c>/etc/os-release</c>.</summary>
    internal static string Cure(string release)
    {
        if (OperatingSystem.IsWindows())
            return "Add the optional feature \"Chinese (Traditional) Supplemental Fonts\" in the Windows settings";
        if (OperatingSystem.IsMacOS())
            return "Add \"PingFang TC\" or \"Heiti TC\" in Font Book";
        var words = release.Split(' ', '\n', '"', '=');
        return words switch
        {
            _ when words.Contains("debian") || words.Contains("ubuntu") => "Install one: sudo apt install fonts-noto-cjk",
            _ when words.Contains("fedora") || words.Contains("rhel") => "Install one: sudo dnf install google-noto-sans-cjk-fonts",
            _ when words.Contains("arch") => "Install one: sudo pacman -S noto-fonts-cjk",
            _ when words.Contains("alpine") => "Install one: sudo apk add font-noto-cjk",
            _ when words.Contains("suse") || words.Contains("opensuse") => "Install one: sudo zypper install noto-sans-tc-fonts",
            _ => "Install Noto Sans CJK (the package is called fonts-noto-cjk on Debian and Ubuntu)",
        };
    }

    private static string ReadRelease()
    {
        try
        {
            var lines = File.ReadLines("/etc/os-release").Where(line => line.StartsWith("ID", StringComparison.Ordinal));
            return string.Join('\n', lines);
        }
        catch (IOException)
        {
            return "";
        }
        catch (UnauthorizedAccessException)
        {
            return "";
        }
    }
}

namespace KerasSharp.matplotlib;

/// <summary>Where fonts lie: the system's folders and the user's, on Windows (also seen from WSL), macOS and Linux.</summary>
internal static class FontFolders
{
    private static readonly EnumerationOptions Everywhere = new() { RecurseSubdirectories = true, IgnoreInaccessible = true, MaxRecursionDepth = 6 };

    /// <summary>All font files, by name without extension in lower case; where one name stands twice, the first folder's wins.</summary>
    public static Dictionary<string, string> FilesByName()
    {
        var files = new Dictionary<string, string>();
        foreach (var folder in All().Where(Directory.Exists))
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*.?t?", Everywhere))
            {
                if (Path.GetExtension(file).ToLowerInvariant() is ".ttf" or ".ttc" or ".otf" or ".otc")
                    files.TryAdd(Path.GetFileNameWithoutExtension(file).ToLowerInvariant(), file);
            }
        }
        return files;
    }

    private static IEnumerable<string> All()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var local = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        if (OperatingSystem.IsWindows())
            return [Path.Combine(local, "Microsoft", "Windows", "Fonts"), Environment.GetFolderPath(Environment.SpecialFolder.Fonts)];
        if (OperatingSystem.IsMacOS())
            return [Path.Combine(home, "Library", "Fonts"), "/Library/Fonts", "/System/Library/Fonts"];
        var data = Environment.GetEnvironmentVariable("XDG_DATA_DIRS") is { Length: > 0 } list ? list : "/usr/local/share:/usr/share";
        return
        [
            Path.Combine(local, "fonts"),
            Path.Combine(home, ".fonts"),
            .. data.Split(':', StringSplitOptions.RemoveEmptyEntries).Select(folder => Path.Combine(folder, "fonts")),
            "/usr/local/share/fonts",
            "/usr/share/fonts",
            "/run/current-system/sw/share/X11/fonts",
            "/run/host/fonts",
            "/mnt/c/Windows/Fonts",
        ];
    }
}

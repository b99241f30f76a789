namespace KerasSharp;

/// <summary>
/// What the tutorial takes from Python's <c>import os</c>. Source: <see href="https://docs.python.org/3/library/os.html"/>.
/// </summary>
public static class os
{
    /// <summary>Makes a folder and its parent folders.</summary>
    /// <param name="name">The folder.</param>
    /// <param name="exist_ok">Whether it may be there already.</param>
    /// <exception cref="OSError">It is there and must not be, is a file, or cannot be made.</exception>
    public static void makedirs(string name, bool exist_ok = false)
    {
        if (File.Exists(name) || (!exist_ok && Directory.Exists(name)))
        {
            throw new OSError($"[Errno 17] File exists: '{name}'");
        }

        Try(name, () => Directory.CreateDirectory(name));
    }

    /// <summary>Makes a folder the current one.</summary>
    /// <exception cref="OSError">It is not there, or may not be entered.</exception>
    public static void chdir(string path) => Try(path, () => Directory.SetCurrentDirectory(path));

    /// <summary>The current folder.</summary>
    public static string getcwd() => Directory.GetCurrentDirectory();

    /// <summary>Source: <see href="https://docs.python.org/3/library/os.path.html"/>.</summary>
    public static class path
    {
        /// <summary>A leading <c>~</c> becomes the user's folder: <c>HOME</c>, on Windows <c>USERPROFILE</c>. Other paths stay as they are.</summary>
        /// <exception cref="ValueError">The folder of another user (<c>~name</c>) is asked for: not supported.</exception>
        public static string expanduser(string path)
        {
            ArgumentNullException.ThrowIfNull(path);
            if (!path.StartsWith('~'))
            {
                return path;
            }

            if (path.Length > 1 && path[1] != '/' && path[1] != Path.DirectorySeparatorChar)
            {
                throw new ValueError($"expanduser: the folder of another user is not supported. Received: '{path}'");
            }

            // .NET reads HOME too, but falls back to "" where the folder is not there.
            return Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify) + path[1..];
        }
    }

    private static void Try(string path, Action action)
    {
        try
        {
            action();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new OSError($"{error.Message}: '{path}'", error);
        }
    }
}

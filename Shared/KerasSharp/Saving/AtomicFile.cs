namespace KerasSharp.Saving;

/// <summary>
/// Writes a file whole or not at all: into a second file in the same folder, from there to the disk, then under the name.
/// Whatever goes wrong (a full disk, an exception, a killed process), the file that was there before stays as it was.
/// </summary>
internal static class AtomicFile
{
    /// <param name="path">The file. A symbolic link stays one: the file it leads to is replaced.</param>
    /// <param name="write">Writes the content into the stream, which can be read and sought as well.</param>
    /// <param name="wrap">Stands between the file and <paramref name="write"/>; tests let it fail.</param>
    /// <exception cref="OSError">The file cannot be made or written, in h5py's words where it has them.</exception>
    public static void Write(string path, Action<Stream> write, Func<Stream, Stream>? wrap = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            var target = Target(path);
            var temporary = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}.tmp");
            try
            {
                using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 1 << 16))
                {
                    var stream = wrap?.Invoke(file) ?? file;
                    write(stream);
                    stream.Flush();
                    file.Flush(flushToDisk: true);
                }

                KeepMode(target, temporary);
                File.Move(temporary, target, overwrite: true);
            }
            catch
            {
                File.Delete(temporary);
                throw;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Error(path, e);
        }
    }

    /// <summary>Makes the folder of a file, as Keras does for models and checkpoints.</summary>
    /// <exception cref="OSError">It cannot be made.</exception>
    public static void CreateFolder(string filepath)
    {
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(filepath)) is { } folder)
            {
                Directory.CreateDirectory(folder);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OSError($"The folder of '{filepath}' cannot be made: {e.Message}", e);
        }
    }

    private static string Target(string path)
    {
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full))
        {
            throw new UnauthorizedAccessException("Is a directory");
        }

        CheckWritable(full);
        return new FileInfo(full).LinkTarget is null ? full : File.ResolveLinkTarget(full, returnFinalTarget: true)!.FullName;
    }

    // A rename would replace even a read-only file, and its owner does not expect that.
    private static void CheckWritable(string path)
    {
        if (File.Exists(path))
        {
            using var _ = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        }
    }

    private static void KeepMode(string target, string temporary)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(target))
        {
            File.SetUnixFileMode(temporary, File.GetUnixFileMode(target));
        }
    }

    private static OSError Error(string path, Exception e)
    {
        var (number, message) = e switch
        {
            DirectoryNotFoundException or FileNotFoundException => (2, "No such file or directory"),
            UnauthorizedAccessException when Directory.Exists(path) => (21, "Is a directory"),
            UnauthorizedAccessException => (13, "Permission denied"),
            _ => (0, ""),
        };
        return number > 0
            ? new OSError($"[Errno {number}] Unable to synchronously create file (unable to open file: name = '{path}', errno = {number}, error message = '{message}')", e)
            : new OSError($"Unable to write '{path}': {e.Message}", e);
    }
}

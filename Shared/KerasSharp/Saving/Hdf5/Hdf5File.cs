using KerasSharp.Saving.Hdf5.Inspection;

namespace KerasSharp.Saving.Hdf5;

/// <summary>
/// An HDF5 file open for reading. It is walked through first (<see cref="Hdf5Inspector"/>), then PureHDF reads what was found sound.
/// Attributes are in memory; arrays come when asked for, until the file is closed.
/// </summary>
internal sealed class Hdf5File : IDisposable
{
    private readonly Hdf5Values values;

    private Hdf5File(string path, Hdf5Group root, Hdf5Values values)
    {
        Path = path;
        Root = root;
        this.values = values;
    }

    /// <summary>The path as the user gave it.</summary>
    public string Path { get; }

    public Hdf5Group Root { get; }

    /// <summary>Opens a file.</summary>
    /// <exception cref="OSError">It cannot be opened, is no HDF5 file, is damaged, or holds what is refused.</exception>
    public static Hdf5File Open(string path)
    {
        var stream = OpenStream(path);
        try
        {
            var outline = Hdf5Inspector.Inspect(stream.SafeFileHandle);
            var values = new Hdf5Values(stream, path);
            return new Hdf5File(path, Hdf5Values.ReadTree(outline, values), values);
        }
        catch (Hdf5Problem problem)
        {
            stream.Dispose();
            throw Error(path, problem);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    public void Dispose() => values.Dispose();

    /// <summary>h5py's sentence, with the name of the file behind it.</summary>
    internal static OSError Error(string path, Hdf5Problem problem) =>
        new($"Unable to synchronously open file ({problem.Message}): '{path}'", problem);

    private static FileStream OpenStream(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 4096, FileOptions.RandomAccess);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new OSError($"[Errno 2] Unable to synchronously open file (unable to open file: name = '{path}', errno = 2, error message = 'No such file or directory', flags = 0, o_flags = 0)", e);
        }
        catch (UnauthorizedAccessException e)
        {
            var (number, message) = Directory.Exists(path) ? (21, "Is a directory") : (13, "Permission denied");
            throw new OSError($"[Errno {number}] Unable to synchronously open file (unable to open file: name = '{path}', errno = {number}, error message = '{message}', flags = 0, o_flags = 0)", e);
        }
    }
}

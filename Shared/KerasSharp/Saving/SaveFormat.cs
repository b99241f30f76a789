namespace KerasSharp.Saving;

/// <summary>
/// Which of Keras's file formats a name or an argument asks for. Source:
/// <see href="https://www.tensorflow.org/versions/r2.15/api_docs/python/tf/keras/Model#save"/>.
/// </summary>
internal static class SaveFormat
{
    /// <summary>Checks that <c>model.save</c> can write the format: HDF5.</summary>
    /// <exception cref="ValueError">The format is unknown.</exception>
    /// <exception cref="NotImplementedError">Keras has the format, and this library has not.</exception>
    public static void RequireH5(string filepath, string? save_format)
    {
        var format = save_format switch
        {
            null => OfName(filepath),
            "keras" or "keras_v3" => "keras",
            "h5" or "hdf5" => "h5",
            "tf" or "tensorflow" => "tf",
            _ => throw new ValueError($"Unknown `save_format` argument. Expected one of 'keras', 'tf', or 'h5'. Received: save_format{save_format}"),
        };
        Refuse(format, filepath);
    }

    /// <summary>Checks that <c>model.save_weights</c> can write the format: HDF5.</summary>
    /// <exception cref="ValueError">The format is unknown, or does not go with the name.</exception>
    /// <exception cref="NotImplementedError">Keras has the format, and this library has not.</exception>
    public static void RequireWeightsH5(string filepath, string? save_format)
    {
        var isH5Name = filepath.EndsWith(".h5", StringComparison.Ordinal) || filepath.EndsWith(".keras", StringComparison.Ordinal)
            || filepath.EndsWith(".hdf5", StringComparison.Ordinal);
        var format = save_format?.ToLowerInvariant().Trim() switch
        {
            null => isH5Name ? "h5" : "tf",
            "tensorflow" or "tf" => "tf",
            "hdf5" or "h5" or "keras" => "h5",
            _ => throw new ValueError($"Unknown format. Received: `save_format`={save_format}. Was expecting one of {{\"tf\", \"h5\"}}."),
        };
        if (format == "tf" && isH5Name)
        {
            throw new ValueError($"save_weights got save_format=\"tf\"/\"tensorflow\", but the filepath ({filepath}) looks like an HDF5 file. "
                + "Omit the \".h5\"/\".keras\" when saving in TensorFlow format.");
        }

        Refuse(format, filepath);
    }

    /// <summary>The format of a file that is to be read.</summary>
    /// <exception cref="NotImplementedError">It is a folder (SavedModel), or a name that only other formats have.</exception>
    public static void RequireReadable(string filepath)
    {
        if (Directory.Exists(filepath))
        {
            throw NotRead("TensorFlow's SavedModel format", filepath);
        }

        if (filepath.EndsWith(".keras", StringComparison.Ordinal) && IsZip(filepath))
        {
            throw NotRead("the native Keras format", filepath);
        }
    }

    private static string OfName(string filepath) =>
        filepath.EndsWith(".keras", StringComparison.Ordinal) ? "keras"
        : filepath.EndsWith(".h5", StringComparison.Ordinal) || filepath.EndsWith(".hdf5", StringComparison.Ordinal) ? "h5"
        : "tf";

    private static void Refuse(string format, string filepath)
    {
        if (format != "h5")
        {
            var name = format == "keras" ? "the native Keras format (a zip archive, `.keras`)" : "TensorFlow's SavedModel format (a folder)";
            throw new NotImplementedError($"Saving in {name} is not supported; HDF5 is: give a name that ends in `.h5`. Received: filepath={filepath}");
        }
    }

    private static NotImplementedError NotRead(string format, string filepath) =>
        new($"Reading {format} is not supported; HDF5 (`.h5`) is. Received: filepath={filepath}");

    // An HDF5 file may bear any name, so its first bytes tell: those of a zip archive are its inventor's initials.
    private static bool IsZip(string filepath)
    {
        try
        {
            Span<byte> start = stackalloc byte[2];
            using var file = File.OpenRead(filepath);
            return file.ReadAtLeast(start, 2, throwOnEndOfStream: false) == 2 && start.SequenceEqual("PK"u8);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // the next attempt to open it reports why that fails
        }
    }
}

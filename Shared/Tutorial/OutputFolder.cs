namespace KerasSharp.Tutorial;

/// <summary>The folder for all that a part writes.</summary>
internal static class OutputFolder
{
    /// <summary>Makes the folder, sees that it can be written, and makes it the current one, so that <c>'best_lenet5.h5'</c> lands there.</summary>
    /// <returns>Its full path.</returns>
    /// <exception cref="OSError">It cannot be made, or cannot be written. Then the current folder is still the one before.</exception>
    public static string Enter(string path)
    {
        var full = Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(full);
            var probe = Path.Combine(full, $".{Environment.ProcessId}.probe");
            File.WriteAllBytes(probe, [0]);
            File.Delete(probe);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new OSError($"無法寫入輸出資料夾 {full},請用 --out 指定其他資料夾 / the output folder {full} cannot be written, name another one with --out: {error.Message}", error);
        }

        // What the environment names relative to the folder of the call must stay what it was.
        foreach (var variable in new[] { "KERASSHARP_DATASETS", "KERAS_HOME" })
        {
            if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value)
            {
                Environment.SetEnvironmentVariable(variable, Path.GetFullPath(value));
            }
        }

        Directory.SetCurrentDirectory(full);
        return full;
    }
}

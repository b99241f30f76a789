using KerasSharp.Utils;

namespace KerasSharp.Saving;

/// <summary>Asks before a file is written over, as Keras does with <c>overwrite=False</c>.</summary>
internal static class OverwritePrompt
{
    /// <summary>Whether the file may be written: it is not there, or the answer is <c>y</c>.</summary>
    /// <param name="filepath">The file.</param>
    /// <param name="overwrite">Whether to go on without asking.</param>
    /// <param name="input">Where the answer comes from; standard input if not given.</param>
    /// <exception cref="OSError">The input ends before there is an answer.</exception>
    public static bool MayWrite(string filepath, bool overwrite, TextReader? input = null)
    {
        if (overwrite || !File.Exists(filepath))
        {
            return true;
        }

        KerasConsole.Write($"[WARNING] {filepath} already exists - overwrite? [y/n]");
        while (true)
        {
            switch ((input ?? Console.In).ReadLine()?.Trim().ToLowerInvariant())
            {
                case "y":
                    KerasConsole.WriteLine("[TIP] Next time specify overwrite=True!");
                    return true;
                case "n":
                    return false;
                case null:
                    throw new OSError("EOF when reading a line");
                default:
                    KerasConsole.Write("Enter \"y\" (overwrite) or \"n\" (cancel).");
                    break;
            }
        }
    }
}

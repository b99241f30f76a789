using System.Text;

namespace KerasSharp.Python;

/// <summary>
/// Where Python's standard output goes: <c>print</c>, <c>model.summary()</c>, progress bars, callbacks' messages.
/// By default <see cref="Console.Out"/>, in UTF-8; a test takes it for the code it runs with <see cref="Redirect"/>.
/// </summary>
public static class PythonConsole
{
    // An async-local value belongs to one test (and the threads it starts): tests that run side by side do not mix their texts.
    private static readonly AsyncLocal<TextWriter?> Redirected = new();
    private static readonly Lazy<bool> Utf8 = new(UseUtf8);

    /// <summary>The writer of standard output. Write <c>\n</c> to it, not a line end of the system.</summary>
    public static TextWriter Out => Redirected.Value ?? (Utf8.Value ? Console.Out : TextWriter.Null);

    /// <summary>Sends the output of the calling code to <paramref name="writer"/> until the result is disposed (Python's <c>redirect_stdout</c>).</summary>
    public static IDisposable Redirect(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var restore = new Restorer(Redirected.Value);
        Redirected.Value = writer;
        return restore;
    }

    private static bool UseUtf8()
    {
        try
        {
            if (Console.OutputEncoding.CodePage != Encoding.UTF8.CodePage)
            {
                Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
            }
        }
        catch (IOException)
        {
            // No console to set an encoding on: the output is a file or a pipe that takes what it gets.
        }

        return true;
    }

    private sealed class Restorer(TextWriter? before) : IDisposable
    {
        public void Dispose() => Redirected.Value = before;
    }
}

using System.Collections.ObjectModel;
using System.Text;
using System.Text.Json;
using KerasSharp.Python;
using KerasSharp.Utils;

namespace KerasSharp.Tests.Callbacks;

/// <summary>
/// What code prints and warns of, in order, as the golden files hold it: standard output, and of warnings those of
/// TensorFlow's log (kind <c>log</c>) and of Python (kind <c>warning</c>).
/// </summary>
internal sealed class RecordedWarnings : Collection<(string Category, string Message)>, IDisposable
{
    private readonly StringWriter output = new();
    private readonly List<(string Kind, string Category, string Message)> warnings = [];
    private readonly IDisposable[] redirected;

    public RecordedWarnings(TimeProvider? clock = null, ProgressDisplay? progress = null) =>
        redirected = [PythonConsole.Redirect(output), PythonWarnings.Catch(this), KerasConsole.Use(clock, progress, new Log(this))];

    /// <summary>What was printed since the last reading.</summary>
    public string TakeOutput()
    {
        var text = output.ToString();
        output.GetStringBuilder().Clear();
        return text;
    }

    /// <summary>Fails unless the warnings since the last reading are those of a golden file.</summary>
    public void Expect(JsonElement expected)
    {
        Assert.Equal(
            expected.EnumerateArray().Select(w => (w.GetProperty("kind").GetString()!, w.GetProperty("category").GetString()!, w.GetProperty("message").GetString()!)),
            warnings);
        warnings.Clear();
    }

    public void Dispose() => Array.ForEach(redirected, r => r.Dispose());

    protected override void InsertItem(int index, (string Category, string Message) item) => warnings.Add(("warning", item.Category, item.Message));

    /// <summary>Standard error: a line <c>WARNING:tensorflow:message</c> per warning.</summary>
    private sealed class Log(RecordedWarnings owner) : StringWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(string? value)
        {
            var parts = value!.TrimEnd('\n').Split(':', 3);
            Assert.Equal("tensorflow", parts[1]);
            owner.warnings.Add(("log", parts[0], parts[2]));
        }
    }
}

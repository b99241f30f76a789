using KerasSharp.Python;

namespace KerasSharp.Callbacks;

/// <summary>
/// Writes the values of each epoch into a CSV file, names in alphabetical order, lines ended by <c>\r\n</c> as Python's csv module does.
/// Source: <see href="https://keras.io/api/callbacks/csv_logger/"/>.
/// </summary>
[KerasExport("keras.callbacks.CSVLogger")]
public sealed class CSVLogger : Callback
{
    private readonly string filename;
    private readonly string separator;
    private readonly bool append;
    private List<string>? keys;
    private bool headerMissing;

    /// <summary>A log in a file.</summary>
    /// <param name="filename">The file; its folder must be there.</param>
    /// <param name="separator">One character between the values.</param>
    /// <param name="append">Whether to go on at the end of a file that is there; else it is overwritten.</param>
    /// <exception cref="TypeError">The separator is not one character.</exception>
    public CSVLogger(string filename, string separator = ",", bool append = false)
    {
        ArgumentNullException.ThrowIfNull(filename);
        if (separator is not { Length: 1 })
        {
            throw new TypeError($"\"delimiter\" must be a 1-character string. Received: separator={PythonFormat.Repr(separator)}");
        }

        this.filename = filename;
        this.separator = separator;
        this.append = append;
    }

    /// <inheritdoc/>
    public override void on_train_begin(Logs? logs = null)
    {
        // The file is opened anew for each epoch: so it is whole whenever somebody looks into it, also after an exception.
        using var file = new FileStream(filename, append ? FileMode.Append : FileMode.Create);
        headerMissing = file.Length == 0;
    }

    /// <inheritdoc/>
    public override void on_epoch_end(int epoch, Logs? logs = null)
    {
        logs ??= [];
        if (keys is null)
        {
            keys = [.. logs.Keys.Order(StringComparer.Ordinal)];
            if (!keys.Exists(k => k.StartsWith("val_", StringComparison.Ordinal)))
            {
                // The first epoch may come without validation, and a later one with it.
                keys.AddRange(keys.ConvertAll(k => "val_" + k));
            }
        }

        var lines = headerMissing ? Line(["epoch", .. keys]) : "";
        headerMissing = false;
        File.AppendAllText(filename, lines + Line([epoch.ToString(), .. keys.Select(k => logs.ContainsKey(k) ? PythonFormat.Repr(logs.Shown(k)) : "NA")]));
    }

    private string Line(IEnumerable<string> fields) => string.Join(separator, fields.Select(Quote)) + "\r\n";

    /// <summary>What holds a separator, a quote or a line end is quoted.</summary>
    private string Quote(string field) =>
        field.AsSpan().IndexOfAny('"', '\r', '\n') < 0 && !field.Contains(separator, StringComparison.Ordinal) ? field
            : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

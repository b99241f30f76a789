using KerasSharp.Engine;
using KerasSharp.Models.Summary;
using KerasSharp.Python;
using KerasSharp.Utils;

namespace KerasSharp.Models;

// The summary.
public abstract partial class Model
{
    /// <summary>Whether its layers' shapes are known without a call: false where <c>call</c> is code that uses the layers as it likes.</summary>
    internal virtual bool KnowsShapes => false;

    /// <summary>
    /// Prints a table of the layers, their output shapes and their numbers of weights.
    /// Source: <see href="https://keras.io/api/models/model/#summary-method"/>.
    /// </summary>
    /// <param name="line_length">Characters per line; 65 if not given.</param>
    /// <param name="positions">Where the columns end: in characters, or as shares of the line if the last is at most 1.</param>
    /// <param name="print_fn">Takes the lines, one by one; standard output if not given.</param>
    /// <param name="expand_nested">Whether to show the layers inside nested models.</param>
    /// <param name="show_trainable">Whether to show which layers training changes.</param>
    /// <param name="layer_range">Two names or regular expressions: the first and the last layer to show. The totals are the model's all the same.</param>
    /// <exception cref="ValueError">The model is not built, the range matches no layer, or the columns have no room.</exception>
    public void summary(
        int? line_length = null, IReadOnlyList<double>? positions = null, Action<string>? print_fn = null, bool expand_nested = false,
        bool show_trainable = false, IReadOnlyList<string>? layer_range = null)
    {
        if (!built)
        {
            throw new ValueError("This model has not yet been built. Build the model first by calling `build()` or by calling the model on a batch of data.");
        }

        var print = print_fn ?? KerasConsole.WriteLine;
        var graph = this is Functional functional and not Sequential ? functional.Graph : null;
        var connections = graph is { IsStack: false } ? graph : null;
        var table = new SummaryTable(print, line_length, positions, expand_nested, show_trainable, connections is not null);
        var (first, last) = LayerRange.Find(layers, layer_range);
        table.Print(name, SummaryLayer.Of(this, connections).Take(new Range(first, last + 1)));
        var (trainable, others) = (Count(trainable_weights), Count(non_trainable_weights));
        print($"Total params: {trainable.Elements + others.Elements} ({Size(trainable.Bytes + others.Bytes)})");
        print($"Trainable params: {trainable.Elements} ({Size(trainable.Bytes)})");
        print($"Non-trainable params: {others.Elements} ({Size(others.Bytes)})");
        table.Rule();
    }

    /// <summary>Elements and bytes; a weight that two layers share counts once.</summary>
    private static (long Elements, long Bytes) Count(IEnumerable<Variable> weights)
    {
        var each = weights.Distinct().ToArray();
        return (each.Sum(w => (long)w.size), each.Sum(w => (long)w.size * w.dtype.Size()));
    }

    /// <summary><c>241.04 KB</c>.</summary>
    private static string Size(double bytes)
    {
        string[] units = ["Byte", "KB", "MB", "GB", "TB", "PB"];
        var unit = 0;
        while (bytes >= 1024 && unit < units.Length - 1)
        {
            bytes /= 1024;
            unit++;
        }

        return $"{PythonFormat.Format(bytes, ".2f")} {units[unit]}";
    }
}

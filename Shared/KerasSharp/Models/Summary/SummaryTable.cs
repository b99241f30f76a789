using System.Text;

namespace KerasSharp.Models.Summary;

/// <summary>
/// The table of <c>model.summary()</c>, to the character as Keras 2.15 draws it: columns up to fixed positions, long texts on further lines,
/// nested layers between bars.
/// </summary>
internal sealed class SummaryTable
{
    // A text is broken behind these even where more would fit.
    private static readonly string[] Breaks = ["),", "},", "],", "',"];

    private readonly Action<string> print;
    private readonly int lineLength;
    private readonly int[] ends;
    private readonly string[] header;
    private readonly bool expandNested;
    private readonly bool showTrainable;
    private readonly bool showConnections;

    /// <summary>A table.</summary>
    /// <param name="print">Takes its lines, one by one.</param>
    /// <param name="line_length">Characters per line; 65, or 98 with connections, if not given.</param>
    /// <param name="positions">Where the columns end: in characters, or as shares of the line if the last is at most 1.</param>
    /// <param name="expand_nested">Whether the layers inside a layer are shown.</param>
    /// <param name="show_trainable">Whether there is a column that says what training changes.</param>
    /// <param name="connections">Whether there is a column of the layers before each: where a model is no stack.</param>
    /// <exception cref="ValueError">The positions are too few or too close to each other.</exception>
    public SummaryTable(
        Action<string> print, int? line_length = null, IReadOnlyList<double>? positions = null, bool expand_nested = false, bool show_trainable = false,
        bool connections = false)
    {
        this.print = print;
        expandNested = expand_nested;
        showTrainable = show_trainable;
        showConnections = connections;
        lineLength = line_length is { } given and not 0 ? given : connections ? 98 : 65;
        positions = positions is { Count: > 0 } ? positions : connections ? [0.3, 0.6, 0.70, 1.0] : [0.45, 0.85, 1.0];
        int[] columns = [.. positions.Select(p => (int)(positions[^1] <= 1 ? lineLength * p : p))];
        header = connections ? ["Layer (type)", "Output Shape", "Param #", "Connected to"] : ["Layer (type)", "Output Shape", "Param #"];
        if (show_trainable)
        {
            lineLength += 11;
            columns = [.. columns, lineLength];
            header = [.. header, "Trainable"];
        }

        ends = columns;
        CheckColumns(positions);
    }

    /// <summary>Prints the head, the layers and the closing double line.</summary>
    public void Print(string name, IEnumerable<SummaryLayer> layers)
    {
        print($"Model: \"{name}\"");
        Rule();
        PrintRow(header);
        print(new string('=', lineLength));
        foreach (var layer in layers)
        {
            PrintLayer(layer);
        }

        print(new string('=', lineLength));
    }

    /// <summary>Prints a line of underscores.</summary>
    public void Rule() => print(new string('_', lineLength));

    private void PrintLayer(SummaryLayer layer, int level = 0, bool isLast = false)
    {
        List<string> fields = [$"{layer.Name} ({layer.ClassName})", layer.OutputShape, layer.Parameters];
        if (showConnections)
        {
            fields.Add(layer.ConnectedTo);
        }

        if (showTrainable)
        {
            fields.Add(layer.Trainable ? "Y" : "N");
        }

        PrintRow(fields, level);
        if (expandNested && layer.Layers.Count > 0)
        {
            Bar('¯', level + 1);
            foreach (var (i, inner) in layer.Layers.Index())
            {
                PrintLayer(inner, level + 1, i == layer.Layers.Count - 1);
            }

            Bar('¯', level);
        }
        else if (!isLast)
        {
            Bar(' ', level);
        }
    }

    private void Bar(char c, int level) => print(new string('|', level) + new string(c, Math.Max(0, lineLength - (2 * level))) + new string('|', level));

    private void PrintRow(IReadOnlyList<string> fields, int level = 0)
    {
        var left = fields.ToArray();
        while (Array.Exists(left, text => text.Length > 0))
        {
            var line = new StringBuilder();
            for (var column = 0; column < left.Length; column++)
            {
                var isLast = column == ends.Length - 1;
                var (piece, rest) = Cut(left[column], Math.Max(1, Room(column, level)));
                left[column] = rest;
                line.Append(column == 0 ? new string('|', level) + " " : "").Append(piece).Append(isLast ? "" : "  ");

                // The closing bars of a nested layer need their room too.
                line.Append(' ', Math.Max(0, ends[column] - line.Length - (isLast ? level : 0)));
            }

            print(line.Append('|', level).ToString());
        }
    }

    /// <summary>How many characters of a column there are for its text: two lie between columns, and one before the first.</summary>
    private int Room(int column, int level) =>
        ends[column] - (column == 0 ? 0 : ends[column - 1]) - (column == ends.Length - 1 ? 0 : 3) - (column == 0 ? level : 0);

    private static (string Piece, string Left) Cut(string text, int room)
    {
        var piece = text[..Math.Min(room, text.Length)];
        var end = Breaks.Select(b => piece.IndexOf(b, StringComparison.Ordinal) is var at and >= 0 ? at + b.Length : int.MaxValue).Min();
        return end <= piece.Length ? (piece[..end], text[end..]) : (piece, text[piece.Length..]);
    }

    private void CheckColumns(IReadOnlyList<double> positions)
    {
        if (ends.Length < header.Length)
        {
            throw new ValueError($"`positions` must hold {header.Length - (showTrainable ? 1 : 0)} numbers, one per column. "
                + $"Received: positions={Python.PythonFormat.Repr(positions)}");
        }

        for (var column = 0; column < header.Length; column++)
        {
            if (Room(column, 0) < 1)
            {
                throw new ValueError($"The columns leave no room for \"{header[column]}\": `line_length` must be larger, or `positions` further apart. "
                    + $"Received: line_length={lineLength - (showTrainable ? 11 : 0)}, positions={Python.PythonFormat.Repr(positions)}");
            }
        }
    }
}

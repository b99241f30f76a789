using System.Text.RegularExpressions;
using KerasSharp.Layers;
using KerasSharp.Python;

namespace KerasSharp.Models.Summary;

/// <summary>Keras's <c>layer_range</c>: from the first layer that one pattern matches to the last that another does.</summary>
internal static class LayerRange
{
    /// <summary>The first and the last position, both included. A pattern must match at the beginning of a name.</summary>
    /// <exception cref="ValueError">There are not two patterns, one is no regular expression, or one matches no layer.</exception>
    public static (int First, int Last) Find(IReadOnlyList<Layer> layers, IReadOnlyList<string>? range)
    {
        if (range is null)
        {
            return (0, layers.Count - 1);
        }

        if (range.Count != 2)
        {
            throw new ValueError("layer_range must be a list or tuple of length 2. "
                + $"Received: layer_range = {PythonFormat.Repr(range)} of length {range.Count}");
        }

        var (lower, upper) = (Matches(layers, range[0]), Matches(layers, range[1]));
        if (lower.Length == 0 || upper.Length == 0)
        {
            throw new ValueError($"Passed layer_names do not match the layer names in the model. Received: {PythonFormat.Repr(range)}");
        }

        return lower[0] > upper[^1] ? (upper[0], lower[^1]) : (lower[0], upper[^1]);
    }

    private static int[] Matches(IReadOnlyList<Layer> layers, string pattern)
    {
        try
        {
            var regex = new Regex($@"\A(?:{pattern})", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
            return [.. Enumerable.Range(0, layers.Count).Where(i => regex.IsMatch(layers[i].name))];
        }
        catch (RegexParseException e)
        {
            throw new ValueError($"layer_range holds names or regular expressions. Received: {PythonFormat.Repr(pattern)}", e);
        }
    }
}

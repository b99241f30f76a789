using KerasSharp.Engine;

namespace KerasSharp.Ops;

/// <summary>
/// An equation such as <c>bij,jk-&gt;bik</c> for operands of known ranks: a label per axis, as a number. The axes that <c>...</c> stands for have
/// numbers too, counted from the last one, so that they broadcast.
/// </summary>
internal sealed class EinsumEquation
{
    // Labels are letters; the axes under an ellipsis are numbers behind them.
    private const int Ellipsis = char.MaxValue + 1;

    private readonly string equation;

    /// <exception cref="ValueError">The equation is none, or does not fit the operands.</exception>
    public EinsumEquation(string equation, Tensor[] operands)
    {
        this.equation = equation;
        var text = equation.Replace(" ", "", StringComparison.Ordinal);
        var arrow = text.IndexOf("->", StringComparison.Ordinal);
        var terms = (arrow < 0 ? text : text[..arrow]).Split(',');
        if (terms.Length != operands.Length)
        {
            throw new ValueError($"Got {operands.Length} arguments for equation \"{equation}\", expecting {terms.Length}.");
        }

        var widest = 0;
        Inputs = new int[terms.Length][];
        for (var i = 0; i < terms.Length; i++)
        {
            Inputs[i] = Labels(terms[i], operands[i].ndim);
            widest = Math.Max(widest, Inputs[i].Count(IsUnderEllipsis));
        }

        Output = arrow < 0 ? Implicit(widest)
            : Labels(text[(arrow + 2)..], text.IndexOf("...", arrow, StringComparison.Ordinal) < 0 ? -1 : widest + text.Length - arrow - 5);
        CheckOutput();
    }

    /// <summary>The labels of each operand's axes.</summary>
    public int[][] Inputs { get; }

    /// <summary>The labels of the result's axes.</summary>
    public int[] Output { get; }

    /// <summary>Whether an axis stands under an ellipsis: there 1 stretches.</summary>
    public static bool IsUnderEllipsis(int label) => label >= Ellipsis;

    /// <summary>The length of each label's axes; -1 where it is not known.</summary>
    /// <exception cref="ValueError">Axes of one label have two lengths.</exception>
    public Dictionary<int, int> Lengths(Tensor[] operands)
    {
        var lengths = new Dictionary<int, int>();
        for (var i = 0; i < operands.Length; i++)
        {
            for (var axis = 0; axis < operands[i].ndim; axis++)
            {
                var (label, length) = (Inputs[i][axis], operands[i].dim(axis));
                if (!lengths.TryGetValue(label, out var known) || known < 0 || (IsUnderEllipsis(label) && known == 1))
                {
                    lengths[label] = length;
                }
                else if (length >= 0 && length != known && !(IsUnderEllipsis(label) && length == 1))
                {
                    throw new ValueError($"Dimensions must be equal, but are {known} and {length} for the equation \"{equation}\" with shapes "
                        + $"{string.Join(", ", operands.Select(o => o.shape))}.");
                }
            }
        }

        return lengths;
    }

    private int[] Labels(string term, int rank)
    {
        var dots = term.IndexOf("...", StringComparison.Ordinal);
        var letters = dots < 0 ? term : term.Remove(dots, 3);
        if (!letters.All(char.IsAsciiLetter))
        {
            throw new ValueError($"Unexpected format of equation: {equation}");
        }

        var hidden = rank - letters.Length;
        if (rank >= 0 && (dots < 0 ? hidden != 0 : hidden < 0))
        {
            throw new ValueError($"Unexpected number of dimensions: the term \"{term}\" of \"{equation}\" does not fit a tensor of rank {rank}.");
        }

        return dots < 0 ? [.. letters.Select(c => (int)c)]
            : [.. letters[..dots].Select(c => (int)c), .. Enumerable.Range(0, hidden).Select(i => Ellipsis + hidden - 1 - i), .. letters[dots..].Select(c => (int)c)];
    }

    // Without an arrow: what stands under the ellipsis, then the letters that come once, in alphabetical order.
    private int[] Implicit(int widest) =>
    [
        .. Enumerable.Range(0, widest).Select(i => Ellipsis + widest - 1 - i),
        .. Inputs.SelectMany(labels => labels).Where(label => !IsUnderEllipsis(label)).GroupBy(label => label)
            .Where(group => group.Count() == 1).Select(group => group.Key).Order(),
    ];

    private void CheckOutput()
    {
        if (Output.Distinct().Count() != Output.Length)
        {
            throw new ValueError($"Output subscripts contain a label appearing more than once: {equation}");
        }

        foreach (var label in Output)
        {
            if (!Array.Exists(Inputs, labels => labels.Contains(label)))
            {
                throw new ValueError($"Output subscripts contain the label {(char)label} not present in the input subscripts: {equation}");
            }
        }
    }
}

using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp;

/// <summary>
/// Einstein's notation: each letter is an axis; letters that the result lacks are summed over. Two factors at a time become a product of
/// matrices with the shared letters as batches. Source: <see href="https://www.tensorflow.org/api_docs/python/tf/einsum"/>.
/// </summary>
internal static class Einsum
{
    /// <summary>The result for these tensors.</summary>
    /// <exception cref="ValueError">The equation does not fit them.</exception>
    public static Tensor Run(string equation, Tensor[] inputs)
    {
        var sides = equation.Replace(" ", "", StringComparison.Ordinal).Split("->");
        var terms = sides[0].Split(',');
        if (terms.Length != inputs.Length || sides.Length > 2)
        {
            throw new ValueError($"Got {inputs.Length} inputs for equation \"{equation}\", expecting {terms.Length}");
        }

        var hidden = inputs.Zip(terms).Select(pair => pair.Second.Contains("...", StringComparison.Ordinal) ? pair.First.ndim - pair.Second.Length + 3 : 0).Max();
        for (var i = 0; i < terms.Length; i++)
        {
            terms[i] = Expand(terms[i], inputs[i].ndim, hidden);
            if (terms[i].Length != inputs[i].ndim)
            {
                throw new ValueError($"The term {i} of the equation \"{equation}\" names {terms[i].Length} axes. Received: a tensor of shape {inputs[i].shape}");
            }
        }

        var all = string.Concat(terms);
        var wanted = sides.Length > 1 ? Expand(sides[1], sides[1].Length - 3 + hidden, hidden)
            : string.Concat(all.Distinct().Where(c => c < 'A' || all.Count(o => o == c) == 1).Order());
        return inputs.Any(x => x.IsSymbolic) ? Lambda.Unknown(inputs[0].dtype, [.. wanted.Select(c => Length(c, terms, inputs))]) : Compute(terms, inputs, wanted);
    }

    private static Tensor Compute(string[] terms, Tensor[] inputs, string wanted)
    {
        var (x, axes) = (inputs[0], terms[0]);
        for (var i = 1; i < inputs.Length; i++)
        {
            var later = wanted + string.Concat(terms.Skip(i + 1));
            (x, axes) = Multiply(Reduce(x, axes, later + terms[i]), Reduce(inputs[i], terms[i], later + axes), later);
        }

        (x, axes) = Reduce(x, axes, wanted);
        return Arrange(x, axes, wanted);
    }

    // A batch of matrix products: shared letters that stay, letters of the first, shared letters that are summed over, letters of the second.
    private static (Tensor X, string Axes) Multiply((Tensor X, string Axes) a, (Tensor X, string Axes) b, string later)
    {
        string shared = string.Concat(a.Axes.Where(c => b.Axes.Contains(c))), batch = string.Concat(shared.Where(later.Contains)), sum = string.Concat(shared.Except(batch));
        string left = string.Concat(a.Axes.Except(shared)), right = string.Concat(b.Axes.Except(shared));
        int[] Dims(string letters) => [.. letters.Select(c => Math.Max(Dim(a, c), Dim(b, c)))];
        var (batches, rows, inner, columns) = (Dims(batch), Dims(left), Dims(sum), Dims(right));
        var x = ops.reshape(Stretch(a, batch + left + sum, [.. batches, .. rows, .. inner]), Shapes.Size(batches), Shapes.Size(rows), Shapes.Size(inner));
        var y = ops.reshape(Stretch(b, batch + sum + right, [.. batches, .. inner, .. columns]), Shapes.Size(batches), Shapes.Size(inner), Shapes.Size(columns));
        return (ops.reshape(Products.MatMul(x, y, false, false), [.. batches, .. rows, .. columns]), batch + left + right);
    }

    private static Tensor Stretch((Tensor X, string Axes) a, string order, int[] dims) => ops.broadcast_to(Arrange(a.X, a.Axes, order), dims);

    // Takes diagonals of letters that a term repeats, and sums over letters that nobody needs any more.
    private static (Tensor X, string Axes) Reduce(Tensor x, string axes, string needed)
    {
        for (var i = 0; i < axes.Length; i++)
        {
            if (axes.LastIndexOf(axes[i]) is var twin && twin > i)
            {
                var eye = ops.cast(ops.equal(Tensor.FromBeside<int>(x, [.. Enumerable.Range(0, x.dim(i))], x.dim(i), 1), Tensor.FromBeside<int>(x, [.. Enumerable.Range(0, x.dim(i))], 1, x.dim(i))), x.dtype);
                int[] dims = [.. Enumerable.Range(0, x.ndim).Select(axis => axis == i || axis == twin ? x.dim(i) : 1)];
                (x, axes) = (ops.sum(ops.multiply(x, ops.reshape(eye, dims)), twin), axes.Remove(twin, 1));
                i--;
            }
        }

        int[] gone = [.. Enumerable.Range(0, axes.Length).Where(i => !needed.Contains(axes[i], StringComparison.Ordinal))];
        return gone.Length == 0 ? (x, axes) : (ops.sum(x, gone), string.Concat(axes.Where(needed.Contains)));
    }

    private static Tensor Arrange(Tensor x, string axes, string order)
    {
        int[] permutation = [.. order.Select(c => axes.IndexOf(c, StringComparison.Ordinal))];
        return permutation.Contains(-1) ? throw new ValueError($"The result of an einsum names an axis that no input has: \"{order}\"")
            : permutation.SequenceEqual(Enumerable.Range(0, order.Length)) ? x : ops.transpose(x, permutation);
    }

    // "..." as letters of its own, from 'A' - 1 downwards, so that the axes of all terms end at the same one.
    private static string Expand(string term, int rank, int hidden)
    {
        var count = rank - term.Length + 3;
        return term.Replace("...", string.Concat(Enumerable.Range(hidden - Math.Max(0, count), Math.Max(0, count)).Select(i => (char)('0' + i))), StringComparison.Ordinal);
    }

    private static int Dim((Tensor X, string Axes) a, char letter) => a.Axes.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var axis ? a.X.dim(axis) : 0;

    private static int Length(char letter, string[] terms, Tensor[] inputs)
        => terms.Zip(inputs).Select(pair => pair.First.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var axis ? pair.Second.dim(axis) : 0).Aggregate(0, (a, b) => a <= 0 && b != 0 ? b : a);
}

using KerasSharp.Engine;
using KerasSharp.Saving;
using static KerasSharp.keras;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class ops
        {
            /// <summary>
            /// Sums of products over labelled axes, as NumPy's: <c>einsum("bij,jk-&gt;bik", x, w)</c>. A label in several operands multiplies along
            /// it, one that the result lacks is summed over, one twice in an operand takes the diagonal, and <c>...</c> broadcasts.
            /// </summary>
            /// <param name="subscripts">The equation. Without an arrow the result has the labels that come once, in alphabetical order.</param>
            /// <param name="operands">The tensors, of one type.</param>
            /// <exception cref="ValueError">The equation does not fit the operands.</exception>
            public static Tensor einsum(string subscripts, params Tensor[] operands) => SymbolicFunctions.Take(operands)
                ? SymbolicFunctions.Current.Call("einsum", subscripts, Nest.List<Tensor>(operands)) : new Ops.Einsum(subscripts).apply(operands);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>Sums of products over labelled axes, two operands at a time from the left, each step one matrix product.</summary>
    internal sealed class Einsum(string equation) : Composite
    {
        /// <inheritdoc/>
        public override string name => "einsum";

        /// <inheritdoc/>
        public override Config attributes => new() { ["equation"] = equation };

        /// <inheritdoc/>
        protected internal override OutputSpec infer(Tensor[] inputs)
        {
            var parsed = new EinsumEquation(equation, inputs);
            var lengths = parsed.Lengths(inputs);
            foreach (var input in inputs)
            {
                RequireNumber(input);
                RequireSameDType(inputs[0], input);
                if (input.dtype == DType.Bool)
                {
                    throw new TypeError($"{name} does not compute with bool. Use ops.cast first.");
                }
            }

            return new(inputs[0].dtype, Array.ConvertAll(parsed.Output, label => lengths[label]));
        }

        /// <inheritdoc/>
        protected override Tensor compose(Tensor[] inputs)
        {
            var parsed = new EinsumEquation(equation, inputs);
            var lengths = parsed.Lengths(inputs);
            var first = Prepare(inputs[0], parsed.Inputs[0], Needed(parsed, 0), lengths);
            for (var i = 1; i < inputs.Length; i++)
            {
                var needed = Needed(parsed, i);
                var second = Prepare(inputs[i], parsed.Inputs[i], [.. needed, .. first.Labels], lengths);
                first = Multiply(Sum(first, [.. needed, .. second.Labels]), second, needed);
            }

            return Order(first, parsed.Output);
        }

        // The labels that are asked for behind an operand: those of the result and of the operands that follow.
        private static int[] Needed(EinsumEquation parsed, int operand) => [.. parsed.Output, .. parsed.Inputs[(operand + 1)..].SelectMany(l => l)];

        private static Term Prepare(Tensor x, int[] labels, int[] needed, Dictionary<int, int> lengths)
        {
            // A 1 under an ellipsis stretches.
            x = ops.broadcast_to(x, [.. labels.Select((label, axis) => EinsumEquation.IsUnderEllipsis(label) ? lengths[label] : x.dim(axis))]);
            var term = new Term(x, labels);
            while (term.Labels.Distinct().Count() < term.Labels.Length)
            {
                term = Diagonal(term);
            }

            return Sum(term, needed);
        }

        private static Term Diagonal(Term term)
        {
            var label = term.Labels.GroupBy(l => l).First(group => group.Count() > 1).Key;
            var (one, two) = (Array.IndexOf(term.Labels, label), Array.LastIndexOf(term.Labels, label));
            int[] others = [.. Enumerable.Range(0, term.Labels.Length).Where(axis => axis != one && axis != two)];
            var length = term.Value.dim(one);
            var flat = ops.reshape(ops.transpose(term.Value, (int[])[one, two, .. others]), [length * length, .. others.Select(term.Value.dim)]);
            var places = Tensor.FromBeside<int>(flat, [.. Enumerable.Range(0, length).Select(i => i * (length + 1))], length);
            return new(ops.take(flat, places), [label, .. others.Select(axis => term.Labels[axis])]);
        }

        private static Term Sum(Term term, int[] needed)
        {
            int[] axes = [.. Enumerable.Range(0, term.Labels.Length).Where(axis => !needed.Contains(term.Labels[axis]))];
            return axes.Length == 0 ? term : new(ops.sum(term.Value, axes), [.. term.Labels.Where(needed.Contains)]);
        }

        // Both as stacks of matrices: [in both and needed, own, in both and summed] and [in both and needed, in both and summed, own].
        private static Term Multiply(Term a, Term b, int[] needed)
        {
            int[] stack = [.. a.Labels.Where(l => b.Labels.Contains(l) && needed.Contains(l))];
            int[] summed = [.. a.Labels.Where(l => b.Labels.Contains(l) && !needed.Contains(l))];
            int[] rows = [.. a.Labels.Except(b.Labels)], columns = [.. b.Labels.Except(a.Labels)];
            int[] dims = [.. stack.Concat(rows).Select(a.Length), .. columns.Select(b.Length)];
            int batch = Shapes.Size([.. stack.Select(a.Length)]), m = Shapes.Size([.. rows.Select(a.Length)]);
            int k = Shapes.Size([.. summed.Select(a.Length)]), n = Shapes.Size([.. columns.Select(b.Length)]);
            int[] stacked = stack.Length == 0 ? [] : [batch];
            var x = ops.reshape(Order(a, [.. stack, .. rows, .. summed]), [.. stacked, m, k]);
            var y = ops.reshape(Order(b, [.. stack, .. summed, .. columns]), [.. stacked, k, n]);
            var product = x.dtype == DType.Float32 && k > 0 ? ops.matmul(x, y)
                : ops.sum(ops.multiply(ops.expand_dims(x, -1), ops.expand_dims(y, -3)), -2);
            return new(ops.reshape(product, dims), [.. stack, .. rows, .. columns]);
        }

        private static Tensor Order(Term term, int[] labels)
        {
            var axes = Array.ConvertAll(labels, label => Array.IndexOf(term.Labels, label));
            return axes.SequenceEqual(axes.Order()) ? term.Value : ops.transpose(term.Value, axes);
        }

        private readonly record struct Term(Tensor Value, int[] Labels)
        {
            public int Length(int label) => Value.dim(Array.IndexOf(Labels, label));
        }
    }
}

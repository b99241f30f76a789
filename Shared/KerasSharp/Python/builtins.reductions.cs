using KerasSharp.Engine;

namespace KerasSharp;

public static partial class builtins
{
    /// <summary>Python's <c>sum(x)</c>: of a list of tensors, <c>sum(model.losses)</c>, or of the rows of one tensor.</summary>
    /// <exception cref="TypeError">The tensor is a scalar, or the length of its first axis is unknown.</exception>
    public static Tensor sum(IEnumerable<Tensor> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        Tensor? total = null;
        foreach (var item in items)
        {
            total = total is null ? item : total + item;
        }

        return total ?? Tensor.Scalar(0, DType.Int32);
    }

    /// <summary>Python's <c>max(x)</c>: the first that no other is greater than, of scalars.</summary>
    /// <exception cref="ValueError">There is none, or items are no scalars.</exception>
    public static Tensor max(IEnumerable<Tensor> items) => Best(items, "max", (item, best) => item > best);

    /// <summary>Python's <c>min(x)</c>: the first that no other is less than, of scalars.</summary>
    /// <exception cref="ValueError">There is none, or items are no scalars.</exception>
    public static Tensor min(IEnumerable<Tensor> items) => Best(items, "min", (item, best) => item < best);

    /// <summary>Python's <c>sorted(x)</c> of scalars; equal ones keep their order.</summary>
    /// <exception cref="ValueError">Items are no scalars.</exception>
    public static List<Tensor> sorted(IEnumerable<Tensor> items) => [.. items.Order(Comparer<Tensor>.Create((a, b) => (bool)(a < b) ? -1 : (bool)(b < a) ? 1 : 0))];

    private static Tensor Best(IEnumerable<Tensor> items, string function, Func<Tensor, Tensor, Tensor> isBetter)
    {
        ArgumentNullException.ThrowIfNull(items);
        Tensor? best = null;
        foreach (var item in items)
        {
            best = best is null || (bool)isBetter(item, best) ? item : best;
        }

        return best ?? throw new ValueError($"{function}() arg is an empty sequence");
    }
}

using static KerasSharp.keras;

namespace KerasSharp.Engine;

/// <summary>Slicing by Python's rules: <c>x[1:3, ..., None, -1]</c>.</summary>
internal static class Indexing
{
    /// <summary>The part of a tensor. Of a symbolic tensor what is unknown stays unknown.</summary>
    /// <exception cref="InvalidArgumentError">An index is outside, or there are too many.</exception>
    public static Tensor Get(Tensor x, TensorIndex[] index)
    {
        if (index is [{ Kind: IndexKind.Mask, Start: Tensor mask }])
        {
            return Masking.Apply(x, mask, 0);
        }

        var plan = new IndexPlan(x, index);
        if (plan.HasUnknownBounds)
        {
            return new KerasTensor(new OutputSpec(x.dtype, plan.Result));
        }

        var part = plan.IsWhole ? x : ops.strided_slice(x, plan.Start, plan.Step, plan.Size);
        var result = Shapes.Same(plan.Result, part.Dims) ? part : new Ops.Reshape(plan.Result, keepsUnknown: x.IsSymbolic).apply(part);
        if (result is KerasTensor symbolic && x is KerasTensor { Inferred: { } known } && index is [var only])
        {
            symbolic.Inferred = Infer(known, plan, only);
        }

        return result;
    }

    // A part of a shape that is known: tf.shape(x)[1:].
    private static int[]? Infer(int[] known, IndexPlan plan, TensorIndex index) => index.Kind switch
    {
        IndexKind.Element or IndexKind.Slice => [.. Enumerable.Range(0, plan.Size[0]).Select(i => known[plan.Start[0] + (i * plan.Step[0])])],
        IndexKind.Ellipsis => known,
        _ => null,
    };
}

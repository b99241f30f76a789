using KerasSharp.Engine;
using KerasSharp.Initializers;
using KerasSharp.Saving;
using static KerasSharp.keras;

namespace KerasSharp.Layers;

// The layers inside, which are made when the ranks of the inputs are known, and the mask of a call.
public partial class MultiHeadAttention
{
    private readonly IntTuple outputShape;
    private int[]? attentionAxes;
    private (TensorShape Query, TensorShape Value, TensorShape Key)? shapes;
    private EinsumDense? queryDense;
    private EinsumDense? keyDense;
    private EinsumDense? valueDense;
    private Softmax? softmax;
    private Dropout? dropoutLayer;
    private EinsumDense? outputDense;
    private string scoresEquation = "";
    private string meansEquation = "";

    private void EnsureProjections(TensorShape query, TensorShape value, TensorShape key)
    {
        if (shapes is not null)
        {
            return;
        }

        shapes = (query, value, key);
        queryDense = Projection("query", query.rank - 1, 1, [num_heads, key_dim]);
        keyDense = Projection("key", key.rank - 1, 1, [num_heads, key_dim]);
        valueDense = Projection("value", value.rank - 1, 1, [num_heads, value_dim]);
        attentionAxes ??= [.. Enumerable.Range(1, query.rank - 2)];
        (scoresEquation, meansEquation, var rank) = HeadEquations.Attention(query.rank + 1, attentionAxes);
        softmax = new Softmax(Enumerable.Range(rank - attentionAxes.Length, attentionAxes.Length).ToArray());
        dropoutLayer = new Dropout(dropout);
        outputDense = Projection("attention_output", query.rank - 1, 2, outputShape.is_given ? outputShape.to_array()
            : [query[^1] ?? throw new ValueError($"The last dimension of the query should be defined. Received: query.shape={query}")]);
        Retrack();
    }

    // The axes that stay have the input's lengths.
    private EinsumDense Projection(string name, int free, int bound, int[] made)
    {
        var (equation, biasAxes) = HeadEquations.Projection(free, bound, made.Length);
        return new EinsumDense(
            equation, new TensorShape([.. Enumerable.Repeat<int?>(null, free - 1), .. made.Select(d => (int?)d)]), null, use_bias ? biasAxes : null,
            Fresh(kernel_initializer), Fresh(bias_initializer), kernel_regularizer, bias_regularizer, activity_regularizer, kernel_constraint, bias_constraint, name);
    }

    // Each projection draws by an initializer of its own.
    private static Initializer Fresh(Initializer initializer)
        => ObjectRegistry.Serialize(initializer) is { } config && initializer.GetType().Assembly == typeof(Initializer).Assembly
            ? (Initializer)ObjectRegistry.Deserialize(config, "initializers") : initializer;

    // Masks lack the axis of the heads, and other axes that are not attended over.
    private Tensor Weights(Tensor scores, Tensor? mask)
    {
        if (mask is null)
        {
            return softmax!.apply(scores);
        }

        var heads = -(2 * attentionAxes!.Length) - 1;
        for (var missing = scores.ndim - mask.ndim; missing > 0; missing--)
        {
            mask = ops.expand_dims(mask, heads);
        }

        return softmax!.apply(scores, mask: mask);
    }

    private static Tensor? Mask(Tensor query, Tensor value, Tensor? key, Tensor? attention_mask, bool use_causal_mask)
    {
        var mask = query.Mask is { } queries ? ops.expand_dims(ops.cast(queries, Engine.DType.Bool), 2) : null;
        foreach (var steps in (Tensor?[])[value.Mask, key?.Mask])
        {
            mask = steps is null ? mask : Masks.And(mask, ops.expand_dims(ops.cast(steps, Engine.DType.Bool), 1));
        }

        if (use_causal_mask)
        {
            mask = Masks.And(mask, Masks.Causal(query, query.dim(1), value.dim(1)));
        }

        return attention_mask is null || mask is null ? attention_mask ?? mask : Masks.And(ops.cast(attention_mask, Engine.DType.Bool), mask);
    }
}

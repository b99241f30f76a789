using KerasSharp.Engine;
using NumSharp;

namespace KerasSharp.Models.Training;

/// <summary>Keras's <c>class_weight</c> as a weight per sample, multiplied with <c>sample_weight</c> where both are given.</summary>
internal static class ClassWeights
{
    /// <summary>The weights of all samples; null if neither kind is given.</summary>
    /// <exception cref="ValueError">The keys are not 0 to n - 1, a label has no weight, or targets have more than two axes.</exception>
    public static HostNest? Apply(Data? y, Data? sampleWeight, IReadOnlyDictionary<int, float>? classWeight)
    {
        if (classWeight is null)
        {
            return HostNest.Of(sampleWeight is null ? null : Data.Of(sampleWeight.Nest.map<object?>(w => w is NDArray array ? array.astype(typeof(float)) : w)));
        }

        return y is { Nest.IsLeaf: false } ? throw new ValueError("`class_weight` is only supported for Models with a single output.")
            : HostNest.Of(HostArray.Of(Weights(Array(y), Array(sampleWeight), classWeight)));
    }

    /// <summary>A batch with the weights of its classes.</summary>
    public static Data Apply(Data batch, IReadOnlyDictionary<int, float>? classWeight)
    {
        if (classWeight is null)
        {
            return batch;
        }

        var (x, y, sample_weight) = batch;
        return y is Tensors ? throw new ValueError("`class_weight` is only supported for Models with a single output.")
            : Data.Step(x, y, Tensor.From(Weights(y?.numpy(), sample_weight?.numpy(), classWeight)));
    }

    private static NDArray? Array(Data? data) => data is null ? null : data.Nest.Value as NDArray ?? ((Tensor)data).numpy();

    private static NDArray Weights(NDArray? y, NDArray? sampleWeight, IReadOnlyDictionary<int, float> classWeight)
    {
        for (var i = 0; i < classWeight.Count; i++)
        {
            if (!classWeight.ContainsKey(i))
            {
                var given = string.Join(", ", classWeight.Select(pair => $"{pair.Key}: {Python.PythonFormat.Repr((double)pair.Value)}"));
                throw new ValueError($"Expected `class_weight` to be a dict with keys from 0 to one less than the number of classes, found {{{given}}}");
            }
        }

        var labels = Labels(y ?? throw new ValueError("`class_weight` needs targets: y is missing."));
        var weights = new float[labels.Length];
        var given_weights = sampleWeight is null ? null : Tensor.From(sampleWeight.astype(typeof(float))).ToArray<float>();
        if (given_weights is not null && given_weights.Length != labels.Length)
        {
            throw new ValueError($"`sample_weight` needs one value per sample when `class_weight` is given too. Received: {given_weights.Length} values for {labels.Length} samples.");
        }

        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = classWeight.TryGetValue(labels[i], out var weight) ? weight * (given_weights?[i] ?? 1)
                : throw new ValueError($"`class_weight` must contain all classes in the data. The class {labels[i]} exists in the data but not in `class_weight`.");
        }

        return weights;
    }

    /// <summary>The class of each sample: integers as they are, one-hot rows by their largest element.</summary>
    private static int[] Labels(NDArray y)
    {
        if (y.ndim > 2)
        {
            throw new ValueError("`class_weight` not supported for 3+ dimensional targets.");
        }

        var tensor = Tensor.From(y);
        if (y.ndim == 2 && y.shape[1] > 1)
        {
            return keras.ops.argmax(keras.ops.cast(tensor, "float32"), 1).ToArray<int>();
        }

        return keras.ops.cast(tensor, "int32").ToArray<int>();
    }
}

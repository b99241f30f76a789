using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp.Layers;

/// <summary>Numbers of categories as vectors: which of them stand in a sample, or how often.</summary>
internal static class CategoryCounts
{
    /// <summary>Refuses a mode that a layer does not have.</summary>
    /// <exception cref="ValueError">In Keras's words.</exception>
    public static string Checked(string output_mode, string layer, params string[] modes) => modes.Contains(output_mode) ? output_mode
        : throw new ValueError($"Unkown value for `output_mode` argument of layer {layer}. Allowed values are: or one of the following values: "
            + $"({string.Join(", ", modes.Select(mode => $"'{mode}'"))}). Received: {output_mode}");

    /// <summary>The vectors.</summary>
    /// <param name="inputs">Whole numbers in [0, depth), of rank 0 to 2: a sample, or a batch of them.</param>
    /// <param name="output_mode"><c>one_hot</c>: one vector for each number; <c>multi_hot</c>: 1 for each number of the sample; <c>count</c>: how often it stands there.</param>
    /// <param name="depth">The length of the vectors.</param>
    /// <param name="weights">What each number counts, of the inputs' shape; 1 if not given.</param>
    /// <exception cref="ValueError">The result would have more than two axes, in Keras's words.</exception>
    public static Tensor Encode(Tensor inputs, string output_mode, int depth, Tensor? weights = null)
    {
        var x = inputs.ndim == 0 ? ops.expand_dims(inputs, -1) : inputs;
        if (output_mode == "one_hot" && x.dim(-1) != 1)
        {
            x = ops.expand_dims(x, -1);
        }

        if (x.ndim > 2)
        {
            throw new ValueError($"When output_mode is not `'int'`, maximum supported output rank is 2. Received output_mode {output_mode} "
                + $"and input shape {inputs.shape}, which would result in output rank {x.ndim}.");
        }

        var hot = ops.one_hot(x, depth);
        return output_mode != "count" ? ops.max(hot, -2)
            : ops.sum(weights is null ? hot : hot * ops.expand_dims(ops.cast(weights, Engine.DType.Float32), -1), -2);
    }
}

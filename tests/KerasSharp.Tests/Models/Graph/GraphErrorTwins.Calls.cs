using NumSharp;
using static KerasSharp.keras;
using static KerasSharp.keras.layers;

namespace KerasSharp.Tests.Models.Graph;

// Calls and predictions with data or arguments that do not fit.
public static partial class GraphErrorTwins
{
    private static readonly Dictionary<string, object?> Train = new() { ["train"] = true };

    public static void predict_with_too_few_inputs() => Two().predict([Zeros(1, 3)], verbose: 0);

    public static void predict_different_batch_sizes() => Two().predict([Zeros(1, 3), Zeros(2, 2)], verbose: 0);

    public static void predict_dictionary_without_a_key() => Two().predict(new() { ["p"] = Zeros(1, 3) }, verbose: 0);

    public static void text_as_input() => Outs().apply(np.array('a', 'a', 'a').reshape(1, 3));

    public static void unknown_call_argument() => Outs().apply(Ones(1, 3), kwargs: Train);

    public static void layer_unknown_call_argument() => Dense(1, name: "dense").apply(Ones(1, 3), kwargs: Train);

    private static NDArray Zeros(params int[] shape) => np.zeros(new Shape(Array.ConvertAll(shape, d => (long)d)), np.float32);
}

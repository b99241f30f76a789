using static KerasSharp.keras.layers;

namespace KerasSharp.Tests.Models.Graph;

// Recurrent layers and their states.
public static partial class GraphErrorTwins
{
    public static void sequential_layer_with_several_outputs() => keras.Sequential([keras.Input((3, 3)), LSTM(2, return_state: true)]);

    public static void lstm_initial_state_count() => LSTM(2).apply(keras.Input((3, 3)), initial_state: [keras.Input(2)]);

    public static void lstm_initial_state_width() => LSTM(2).apply(keras.Input((3, 3)), initial_state: [keras.Input(5), keras.Input(5)]);

    public static void stateful_without_batch_size() => LSTM(2, stateful: true, name: "lstm").apply(keras.Input((3, 3)));
}

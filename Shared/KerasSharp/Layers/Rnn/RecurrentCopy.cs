using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>The two layers of a <see cref="Bidirectional"/>.</summary>
internal static class RecurrentCopy
{
    /// <summary>A layer of the same configuration, with weights of its own.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="isReversed">Whether it reads the other way.</param>
    public static RNN Of(RNN layer, bool isReversed)
    {
        var described = ObjectRegistry.Serialize(layer)!;
        var config = new Config((Config)described["config"]!);
        config["go_backwards"] = layer.go_backwards != isReversed;
        described["config"] = config;

        // Cells of the user's own need not be registered: their classes are known from the layer.
        var own = Cells(layer.cell).Prepend((Layer)layer).Select(made => made.GetType()).Where(type => type.Assembly != typeof(Layer).Assembly).Distinct();
        using var scope = CustomObjects.Use(own.ToDictionary(type => type.Name, type => (object)type));
        return (RNN)ObjectRegistry.Deserialize(described, typeof(RNN));
    }

    /// <summary>Refuses two layers that read the same way, or give different things.</summary>
    /// <exception cref="ValueError">In Keras's words.</exception>
    public static void CheckPair(RNN forward, RNN backward)
    {
        if (forward.go_backwards == backward.go_backwards)
        {
            throw new ValueError("Forward layer and backward layer should have different `go_backwards` value. "
                + $"Received: forward_layer.go_backwards {Text(forward.go_backwards)}, backward_layer.go_backwards={Text(backward.go_backwards)}");
        }

        CheckSame("stateful", forward.stateful, backward.stateful);
        CheckSame("return_sequences", forward.return_sequences, backward.return_sequences);
        CheckSame("return_state", forward.return_state, backward.return_state);
    }

    private static void CheckSame(string attribute, bool forward, bool backward)
    {
        if (forward != backward)
        {
            throw new ValueError($"Forward layer and backward layer are expected to have the same value for attribute \"{attribute}\", "
                + $"got \"{Text(forward)}\" for forward layer and \"{Text(backward)}\" for backward layer");
        }
    }

    private static string Text(bool value) => value ? "True" : "False";

    private static IEnumerable<AbstractRNNCell> Cells(AbstractRNNCell cell) => cell is StackedRNNCells stack ? stack.cells.SelectMany(Cells).Prepend(stack) : [cell];
}

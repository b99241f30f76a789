using KerasSharp.Engine;

namespace KerasSharp.Layers;

/// <summary>
/// The seed of a random layer. As in Keras each call on symbolic tensors, and each one outside of a step, takes the next whole number; a step of
/// training takes one and goes on in its stream.
/// </summary>
internal sealed class LayerSeed(Layer layer, int? seed)
{
    private int calls;

    /// <summary>The numbers of this call.</summary>
    /// <param name="operation">TensorFlow's name of the operation that draws.</param>
    public RandomStream Stream(string operation) => Seeds.Stream(operation, Next);

    private long? Next() => seed is { } own ? own + layer.InboundNodes.Count + calls++ : null;
}

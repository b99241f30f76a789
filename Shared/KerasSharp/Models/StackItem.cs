using KerasSharp.Engine;
using KerasSharp.Layers;

namespace KerasSharp.Models;

/// <summary>
/// What stands in the list of a <see cref="Sequential"/> model: a layer, or what <c>keras.Input</c> gave, as in <c>Sequential([Input((3,)), Dense(2)])</c>.
/// </summary>
public readonly struct StackItem
{
    private StackItem(Layer? layer) => Layer = layer;

    /// <summary>The layer; of an input the <see cref="InputLayer"/> behind it.</summary>
    internal Layer? Layer { get; }

    /// <summary>A layer.</summary>
    public static implicit operator StackItem(Layer layer) => new(layer);

    /// <summary>What <c>keras.Input</c> gave.</summary>
    /// <exception cref="TypeError">The tensor is no input of a model, in Keras's words.</exception>
    public static implicit operator StackItem(Tensor input) => new(Sequential.InputLayerOf(input));
}

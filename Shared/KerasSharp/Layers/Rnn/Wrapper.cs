using KerasSharp.Engine;
using KerasSharp.Models;
using KerasSharp.Models.Graph;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>
/// The base of layers that hold another one. Derive from it and override <c>call</c>.
/// Source: <see href="https://www.tensorflow.org/api_docs/python/tf/keras/layers/Wrapper"/>.
/// </summary>
[KerasExport("keras.layers.Wrapper")]
public class Wrapper : Layer
{
    /// <summary>A layer around another.</summary>
    /// <param name="layer">The layer inside.</param>
    /// <param name="kwargs">What every layer takes.</param>
    /// <exception cref="ValueError">There is no layer.</exception>
    public Wrapper(Layer layer, LayerArguments kwargs = default)
        : base(kwargs) => this.layer = layer ?? throw NotALayer(nameof(Wrapper));

    /// <summary>The layer inside.</summary>
    public Layer layer { get; }

    /// <summary>Builds the layer inside, whose weights take the name of this one.</summary>
    public override void build(Nest<TensorShape> input_shape)
    {
        if (!layer.built)
        {
            layer.build(input_shape);
        }

        built = true;
    }

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["layer"] = Described(layer) };

    /// <summary>A layer's configuration; that of a model says what it was built for as well.</summary>
    private protected static Config Described(Layer layer) => layer is Model ? GraphConfig.Describe(layer) : ObjectRegistry.Serialize(layer)!;

    /// <summary>Keras's words where something else than a layer is wrapped.</summary>
    private protected static ValueError NotALayer(string wrapper)
        => new($"Please initialize `{wrapper}` layer with a `tf.keras.layers.Layer` instance. Received: None");
}

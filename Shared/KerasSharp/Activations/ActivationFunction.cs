using KerasSharp.Backends;
using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.Losses;
using KerasSharp.Saving;

namespace KerasSharp.Activations;

/// <summary>
/// What a layer does to its output. Wherever one is asked for, a name stands (<c>"relu"</c>), a layer (<c>LeakyReLU(0.1)</c>) or a
/// function of a tensor. Source: <see href="https://keras.io/api/layers/activations/"/>.
/// </summary>
public sealed class ActivationFunction
{
    private readonly Func<Tensor, Tensor> function;
    private readonly Layer? layer;

    /// <summary>The layer, if it is one.</summary>
    internal Layer? Layer => layer;

    private readonly bool isCustom;

    /// <summary>A function of your own. A file keeps its name, by which <c>custom_objects</c> bring it back; a lambda has none.</summary>
    public ActivationFunction(Func<Tensor, Tensor> function)
        : this(FunctionNames.Of(function), function, isCustom: true)
    {
    }

    /// <summary>One of Keras's functions, or one of the <c>custom_objects</c>.</summary>
    internal ActivationFunction(string name, Func<Tensor, Tensor> function, bool isCustom = false, FusedActivation? fused = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        (this.name, this.function, this.isCustom, Fused) = (name, function, isCustom, fused);
    }

    private ActivationFunction(Layer layer)
        : this(layer.name, x => layer.apply(x)) => this.layer = layer;

    /// <summary>Keras's name, such as <c>relu</c>; a layer's name; of a function of your own its name, or <c>&lt;lambda&gt;</c>.</summary>
    public string name { get; }

    /// <summary>The form that a convolution or a matrix product can apply itself; null if there is none.</summary>
    internal FusedActivation? Fused { get; }

    /// <summary>Applies the function; the result has the shape of <paramref name="x"/>.</summary>
    public Tensor call(Tensor x) => function(x);

    /// <summary>The value in a layer's configuration: the name, or the configuration of an object that has no name in Keras.</summary>
    internal object ToConfig() => (layer, isCustom) switch
    {
        (not null, _) => Describe(layer),
        (_, true) => new Config { ["module"] = "builtins", ["class_name"] = "function", ["config"] = name, ["registered_name"] = "function" },
        _ => name,
    };

    /// <summary>Builds an activation that is a layer, for the shape of the output that it is applied to.</summary>
    internal void EnsureBuilt(TensorShape shape) => layer?.EnsureBuilt(shape);

    /// <inheritdoc/>
    public override string ToString() => name;

    /// <summary>The function of a name, such as <c>relu</c>.</summary>
    /// <exception cref="ValueError">The name is unknown.</exception>
    public static implicit operator ActivationFunction(string identifier) => keras.activations.get(identifier);

    /// <summary>A layer, such as <c>LeakyReLU(0.1)</c>, as an activation.</summary>
    public static implicit operator ActivationFunction(Layer layer) => new(layer);

    /// <summary>A function of your own.</summary>
    public static implicit operator ActivationFunction(Func<Tensor, Tensor> function) => new(function);

    private static Config Describe(Layer layer)
    {
        var config = ObjectRegistry.Serialize(layer)!;
        if (layer.built)
        {
            config["build_config"] = new Config { ["input_shape"] = layer.input_shape };
        }

        return config;
    }
}

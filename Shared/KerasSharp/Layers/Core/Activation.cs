using KerasSharp.Activations;
using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>
/// Applies a function to its input, element by element or (softmax) along the last axis.
/// Source: <see href="https://keras.io/api/layers/core_layers/activation/"/>.
/// </summary>
/// <param name="activation">A name such as <c>relu</c>, or a layer.</param>
/// <param name="kwargs">What every layer takes.</param>
[KerasExport("keras.layers.Activation")]
public class Activation(ActivationFunction activation, LayerArguments kwargs = default) : Layer(kwargs)
{
    /// <summary>Applies a function of your own: <c>Activation(x =&gt; x * x)</c>.</summary>
    /// <param name="activation">A function of a tensor.</param>
    /// <param name="kwargs">What every layer takes.</param>
    public Activation(Func<Tensor, Tensor> activation, LayerArguments kwargs = default)
        : this(new ActivationFunction(activation), kwargs)
    {
    }

    /// <summary>The function.</summary>
    public ActivationFunction activation { get; } = activation;

    /// <inheritdoc/>
    public override Tensor call(Tensor inputs, bool? training = null) => activation.call(inputs);

    /// <inheritdoc/>
    public override Tensor? compute_mask(Tensor inputs, Tensor? mask = null) => mask;

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["activation"] = keras.activations.serialize(activation) };
}

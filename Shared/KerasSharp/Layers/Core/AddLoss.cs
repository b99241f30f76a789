using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>Adds its input to the loss and passes it on: what <c>model.add_loss</c> makes of a symbolic tensor.</summary>
internal sealed class AddLoss(bool unconditional = false, LayerArguments kwargs = default) : Layer(kwargs)
{
    internal override bool Autocasts => false;

    /// <summary>The layer of a configuration.</summary>
    public static AddLoss from_config(Config config) => new(config.GetValueOrDefault("unconditional") is true, new LayerArguments(config.GetValueOrDefault("name") as string));

    /// <inheritdoc/>
    public override Tensor call(Tensor inputs, bool? training = null)
    {
        add_loss(inputs);
        return inputs;
    }

    /// <inheritdoc/>
    public override TensorShape compute_output_shape(TensorShape input_shape) => input_shape;

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["unconditional"] = unconditional };
}

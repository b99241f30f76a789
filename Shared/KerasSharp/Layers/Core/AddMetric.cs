using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>Shows its input in the logs and passes it on: what <c>model.add_metric</c> makes of a symbolic tensor.</summary>
internal sealed class AddMetric(string? aggregation = null, string? metric_name = null, LayerArguments kwargs = default) : Layer(kwargs)
{
    internal override bool Autocasts => false;

    /// <summary>The layer of a configuration.</summary>
    public static AddMetric from_config(Config config) => new(
        config.GetValueOrDefault("aggregation") as string, config.GetValueOrDefault("metric_name") as string, new LayerArguments(config.GetValueOrDefault("name") as string));

    /// <inheritdoc/>
    public override Tensor call(Tensor inputs, bool? training = null)
    {
        add_metric(inputs, metric_name);
        return inputs;
    }

    /// <inheritdoc/>
    public override TensorShape compute_output_shape(TensorShape input_shape) => input_shape;

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["aggregation"] = aggregation, ["metric_name"] = metric_name };
}

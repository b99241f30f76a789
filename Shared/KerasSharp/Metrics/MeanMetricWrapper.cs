using KerasSharp.Engine;
using KerasSharp.Losses;
using KerasSharp.Saving;

namespace KerasSharp.Metrics;

/// <summary>
/// The running mean of a function of (y_true, y_pred). Most of Keras's metrics are of this kind.
/// Source: <see href="https://keras.io/api/metrics/base_metric/"/>.
/// </summary>
[KerasExport("keras.metrics.MeanMetricWrapper")]
public class MeanMetricWrapper : Metric
{
    private readonly Func<Tensor, Tensor, Tensor> function;
    private readonly Config arguments;
    private readonly RunningMean mean;

    /// <summary>The running mean of this function.</summary>
    /// <param name="fn">Gives a value per sample, or per element.</param>
    /// <param name="name">The name that logs show; the function's own if not given.</param>
    /// <param name="dtype">Only <c>float32</c>.</param>
    public MeanMetricWrapper(Func<Tensor, Tensor, Tensor> fn, string? name = null, string? dtype = null)
        : this(fn, name, dtype, FunctionNames.Of(fn), [])
    {
    }

    /// <summary>One of Keras's functions, with the arguments that go into the configuration.</summary>
    internal MeanMetricWrapper(Func<Tensor, Tensor, Tensor> fn, string? name, string? dtype, string functionName, Config arguments)
        : base(name ?? functionName, dtype)
    {
        ArgumentNullException.ThrowIfNull(fn);
        (function, fn_name, this.arguments) = (fn, functionName, arguments);
        mean = new RunningMean(this);
    }

    /// <summary>The function's name, such as <c>categorical_accuracy</c>.</summary>
    public string fn_name { get; }

    /// <inheritdoc/>
    public override void update_state(Tensor y_true, Tensor y_pred, Tensor? sample_weight = null)
    {
        ArgumentNullException.ThrowIfNull(y_true);
        ArgumentNullException.ThrowIfNull(y_pred);
        (y_true, y_pred) = (keras.ops.cast(y_true, dtype), keras.ops.cast(y_pred, dtype));
        LossesUtils.Squeeze(ref y_true, ref y_pred);
        var values = function(y_true, y_pred);
        if (ValidMask(y_true, values) is { } mask)
        {
            sample_weight = LossesUtils.ApplyMask(mask, sample_weight, "none");
        }

        mean.Add(values, sample_weight);
    }

    /// <inheritdoc/>
    public override MetricResult result() => mean.Mean;

    /// <inheritdoc/>
    public override Config get_config()
    {
        var config = base.get_config();
        if (GetType() == typeof(MeanMetricWrapper))
        {
            config["fn"] = fn_name;
        }

        foreach (var (key, value) in arguments)
        {
            config[key] = value;
        }

        return config;
    }

    internal override Metric Copy() => GetType() == typeof(MeanMetricWrapper) ? new MeanMetricWrapper(function, name, dtype, fn_name, arguments) : base.Copy();

    /// <summary>1 for each value that counts, 0 for those that <c>ignore_class</c> leaves out; null if all count.</summary>
    internal virtual Tensor? ValidMask(Tensor y_true, Tensor values) => null;
}

using KerasSharp.Engine;
using KerasSharp.Saving;
using KerasSharp.Utils;

namespace KerasSharp.Metrics;

/// <summary>
/// A running score over batches, kept in float32 on the host. A string stands wherever a metric does: <c>"accuracy"</c>.
/// Source: <see href="https://keras.io/api/metrics/"/>.
/// </summary>
public abstract class Metric : IConfigurable
{
    /// <summary>A metric of this name.</summary>
    /// <param name="name">The name that logs show; one is made up if not given.</param>
    /// <param name="dtype">Only <c>float32</c>.</param>
    /// <exception cref="ValueError">The dtype is another.</exception>
    protected Metric(string? name = null, string? dtype = null)
    {
        if (dtype is not null and not "float32")
        {
            throw new ValueError($"Metrics compute in float32. Received: dtype={dtype}");
        }

        this.name = name ?? NameRegistry.Next(GetType().Name);
    }

    /// <summary>The name that logs and the progress bar show.</summary>
    public string name { get; internal set; }

    /// <summary>The type it computes in.</summary>
    public string dtype => "float32";

    /// <summary>The string that this metric was asked for by, which <c>compile_config</c> keeps; null for an object.</summary>
    public string? identifier { get; internal set; }

    /// <summary>Takes a batch into account.</summary>
    /// <param name="y_true">The truth, batch first.</param>
    /// <param name="y_pred">Predictions, float32.</param>
    /// <param name="sample_weight">A factor: a number, one per sample, or one per value.</param>
    /// <exception cref="ValueError">The shapes do not fit.</exception>
    public abstract void update_state(Tensor y_true, Tensor y_pred, Tensor? sample_weight = null);

    /// <summary>The score of all batches since the last reset; 0 of none.</summary>
    public abstract float result();

    /// <summary>Forgets all batches.</summary>
    public abstract void reset_state();

    /// <summary>The constructor's arguments, as Keras writes them.</summary>
    public virtual Config get_config() => new() { ["name"] = name, ["dtype"] = dtype };

    /// <summary>What stands for it in messages.</summary>
    public override string ToString() => identifier ?? name;
}

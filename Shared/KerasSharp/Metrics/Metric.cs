using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp.Metrics;

/// <summary>A running score over batches. Source: <see href="https://keras.io/api/metrics/"/>.</summary>
public abstract class Metric
{
    /// <summary>The name that logs and the progress bar show.</summary>
    public string name { get; protected init; } = "";

    /// <summary>Takes a batch into account.</summary>
    public abstract void update_state(Tensor y_true, Tensor y_pred, Tensor? sample_weight = null);

    /// <summary>The score of all batches since the last reset.</summary>
    public abstract float result();

    /// <summary>Forgets all batches.</summary>
    public abstract void reset_state();

    /// <summary>The constructor's arguments, as Keras writes them.</summary>
    public abstract Config get_config();
}

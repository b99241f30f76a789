using KerasSharp.Engine;
using KerasSharp.Metrics;
using KerasSharp.Regularizers;

namespace KerasSharp.Layers;

// Penalties that join the loss, and values that join the logs.
public abstract partial class Layer
{
    private readonly List<(Variable Variable, Regularizer Regularizer)> weightRegularizers = [];
    private readonly List<Func<Tensor>> lossFunctions = [];
    private readonly List<Tensor> callLosses = [];
    private readonly List<Metric> addedMetrics = [];
    private static int addedMetricsVersion;

    /// <summary>Another number after each metric that any layer adds: whoever keeps a list of metrics looks again.</summary>
    internal static int AddedMetricsVersion => Volatile.Read(ref addedMetricsVersion);

    /// <summary>
    /// The penalties, each of rank 0: of the weights, computed anew at each reading so that a tape can differentiate them, and of the last
    /// call: activity penalties and what <see cref="add_loss(Tensor)"/> was given.
    /// </summary>
    public IReadOnlyList<Tensor> losses =>
    [
        .. weightRegularizers.Select(r => r.Regularizer.call(r.Variable)),
        .. lossFunctions.Select(function => Scalar(function())),
        .. CallLosses,
        .. SubLayers.SelectMany(l => l.losses),
    ];

    /// <summary>Whether the layer or one inside it has any penalty: most models have none, and skip the work.</summary>
    internal bool HasLosses => weightRegularizers.Count > 0 || lossFunctions.Count > 0 || callLosses.Count > 0 || activity_regularizer is not null
        || SubLayers.Any(l => l.HasLosses);

    /// <summary>The metrics of <see cref="add_metric"/> and of the fields, of this layer and of those inside it.</summary>
    internal IEnumerable<Metric> OwnMetrics => Tracked.Metrics.Concat(addedMetrics).Concat(SubLayers.SelectMany(l => l.OwnMetrics)).Distinct();

    /// <summary>Adds a penalty to the loss. Call it in <see cref="call(Tensor, bool?)"/>: it counts for that call.</summary>
    /// <param name="losses">A number, or one for each sample, whose mean counts.</param>
    public virtual void add_loss(Tensor losses)
    {
        ArgumentNullException.ThrowIfNull(losses);
        if (!losses.IsSymbolic)
        {
            AddCallLoss(Scalar(losses));
        }
    }

    /// <summary>Adds a penalty that does not depend on inputs, of a weight for instance: it is computed whenever the loss is.</summary>
    /// <param name="losses">Computes it.</param>
    public void add_loss(Func<Tensor> losses)
    {
        ArgumentNullException.ThrowIfNull(losses);
        lossFunctions.Add(losses);
    }

    /// <summary>Shows a value in the logs: its mean over the batches of an epoch. Call it in <see cref="call(Tensor, bool?)"/>.</summary>
    /// <param name="value">The value of this batch; any shape.</param>
    /// <param name="name">The name that logs show.</param>
    /// <param name="aggregation">Only <c>mean</c>, which is meant if not given.</param>
    /// <exception cref="ValueError">It has no name, in Keras's words, or another aggregation is asked for.</exception>
    public virtual void add_metric(Tensor value, string? name = null, string? aggregation = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (aggregation is not (null or "mean"))
        {
            throw new ValueError($"The only aggregation of `add_metric` is 'mean'. Received: aggregation='{aggregation}'");
        }

        if (name is null)
        {
            throw new ValueError("Please provide a name for your metric like `self.add_metric(tf.reduce_sum(inputs), name='mean_activation')`");
        }

        if (!value.IsSymbolic)
        {
            AddedMetric(name).update_state(value);
        }
    }

    /// <summary>The mean of a name; a new one is made at the first call.</summary>
    private protected Mean AddedMetric(string name)
    {
        lock (addedMetrics)
        {
            if (addedMetrics.Find(m => m.name == name) is Mean known)
            {
                return known;
            }

            var mean = new Mean(name);
            addedMetrics.Add(mean);
            Interlocked.Increment(ref addedMetricsVersion);
            return mean;
        }
    }

    /// <summary>Forgets the penalties of earlier calls.</summary>
    internal void ClearLosses()
    {
        lock (callLosses)
        {
            callLosses.Clear();
        }

        foreach (var layer in SubLayers)
        {
            layer.ClearLosses();
        }
    }

    // Predictions on several threads meet here.
    private Tensor[] CallLosses
    {
        get
        {
            lock (callLosses)
            {
                return [.. callLosses];
            }
        }
    }

    private static Tensor Scalar(Tensor loss) => loss.ndim == 0 ? loss : keras.ops.mean(loss);

    private void AddCallLoss(Tensor loss)
    {
        lock (callLosses)
        {
            callLosses.Add(loss);
        }
    }
}

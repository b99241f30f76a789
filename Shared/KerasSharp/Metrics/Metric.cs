using KerasSharp.Engine;
using KerasSharp.Initializers;
using KerasSharp.Saving;
using KerasSharp.Utils;

namespace KerasSharp.Metrics;

/// <summary>
/// A running score over batches. Its state lies in variables, which operations update: nothing is read by the host before <see cref="result"/>.
/// A string serves wherever a metric does: <c>"accuracy"</c>. Your own metric makes its variables with <see cref="add_weight"/> in the
/// constructor, changes them in <see cref="update_state"/> and reads them in <see cref="result"/>.
/// Source: <see href="https://keras.io/api/metrics/"/>.
/// </summary>
public abstract class Metric : IConfigurable
{
    private string? ownName;
    private readonly List<Variable> state = [];

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

    /// <summary>The name before <c>compile</c> put an output's name in front of it.</summary>
    internal string OwnName => ownName ?? name;

    /// <summary>The type it computes in.</summary>
    public string dtype => "float32";

    /// <summary>The string that this metric was asked for by, which <c>compile_config</c> keeps; null for an object.</summary>
    public string? identifier { get; internal set; }

    /// <summary>The state, in the order of its making.</summary>
    public IReadOnlyList<Variable> variables => state;

    /// <summary>The same as <see cref="variables"/>.</summary>
    public IReadOnlyList<Variable> weights => state;

    /// <summary>Takes a batch into account.</summary>
    /// <param name="y_true">The truth, batch first.</param>
    /// <param name="y_pred">Predictions, float32.</param>
    /// <param name="sample_weight">A factor: a number, one per sample, or one per value.</param>
    /// <exception cref="ValueError">The shapes do not fit.</exception>
    public abstract void update_state(Tensor y_true, Tensor y_pred, Tensor? sample_weight = null);

    /// <summary>The score of all batches since the last reset; 0 of none.</summary>
    public abstract MetricResult result();

    /// <summary>Forgets all batches: sets the variables to 0.</summary>
    public virtual void reset_state()
    {
        using var scope = TensorScope.Begin();
        foreach (var variable in state)
        {
            variable.assign(keras.ops.zeros_like(variable.value));
        }
    }

    /// <summary>Adds the state of other metrics of the same kind, of other processes for instance.</summary>
    /// <exception cref="ValueError">A metric has other variables, in Keras's words.</exception>
    public virtual void merge_state(IEnumerable<Metric> metrics)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        foreach (var metric in metrics)
        {
            if (metric.state.Count != state.Count)
            {
                throw new ValueError($"Metric {metric} is not compatible with {this}");
            }

            for (var i = 0; i < state.Count; i++)
            {
                state[i].assign(state[i].value + metric.state[i].value);
            }
        }
    }

    /// <summary>Gives the name that logs show in a compiled model; the own name stays known, so that compiling again begins with it.</summary>
    internal void Rename(string shown)
    {
        ownName ??= name;
        name = shown;
    }

    /// <summary>Makes a variable of the state. Call it in the constructor.</summary>
    /// <param name="name">Its name, such as <c>total</c>.</param>
    /// <param name="shape">Its shape; a scalar if not given.</param>
    /// <param name="initializer">Its first value; zeros if not given.</param>
    /// <param name="dtype">float32 or int32.</param>
    public Variable add_weight(string name, TensorShape shape = default, Initializer? initializer = null, string? dtype = null)
    {
        using var scope = TensorScope.Begin();
        var value = (initializer ?? "zeros").call(shape.ToDims(), dtype ?? "float32");
        var variable = new Variable(value, $"{name}:0", trainable: false);
        state.Add(variable);
        return variable;
    }

    /// <summary>A metric of the same configuration, with a state of its own.</summary>
    internal virtual Metric Copy() => GetType().Assembly == typeof(Metric).Assembly
        ? (Metric)ObjectRegistry.Create("metrics", GetType().Name, get_config())
        : (Metric)CustomObjects.Create(GetType(), get_config());

    /// <summary>The constructor's arguments, as Keras writes them.</summary>
    public virtual Config get_config() => new() { ["name"] = name, ["dtype"] = dtype };

    /// <summary>The text for messages.</summary>
    public override string ToString() => identifier ?? name;
}

using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.Metrics;
using KerasSharp.Optimizers;

namespace KerasSharp.Models;

/// <summary>
/// Layers that are trained together. The parts of this class: compile, fit, evaluate and predict, single batches, summary, files.
/// Source: <see href="https://keras.io/api/models/model/"/>.
/// </summary>
public abstract partial class Model : Layer
{
    /// <summary>A model of this name.</summary>
    protected Model(string? name = null)
        : base(new LayerArguments(name))
    {
    }

    /// <summary>What <c>compile</c> was given, or made of a string.</summary>
    public Optimizer optimizer { get; protected set; } = null!;

    /// <summary>A callback sets it to end <c>fit</c> after the current batch or epoch.</summary>
    public bool stop_training { get; set; }

    /// <summary>The layers: those in the fields of the class, in their order.</summary>
    public virtual IReadOnlyList<Layer> layers => SubLayers;

    /// <summary>The layers, and the metrics in the fields, whose state counts among the weights.</summary>
    private protected virtual IEnumerable<object> Parts => Tracked.LayersAndMetrics;

    /// <summary>Layer by layer, each with its trainable and other weights, and then the model's own, as Keras's files keep them.</summary>
    private protected override IEnumerable<Variable> AllWeights() => RequireBuilt([.. OfParts(layer => layer.weights), .. OwnWeights.OrderByDescending(w => w.trainable)]);

    /// <inheritdoc/>
    public override IReadOnlyList<Variable> trainable_weights => RequireBuilt(!trainable ? []
        : [.. SubLayers.SelectMany(layer => layer.trainable_weights).Concat(OwnWeights.Where(w => w.trainable)).Distinct()]);

    /// <inheritdoc/>
    public override IReadOnlyList<Variable> non_trainable_weights => RequireBuilt(!trainable ? [.. AllWeights().Distinct()]
        : [.. OfParts(layer => layer.non_trainable_weights).Concat(OwnWeights.Where(w => !w.trainable)).Distinct()]);

    /// <inheritdoc/>
    /// <exception cref="NotImplementedError">The class does not override it.</exception>
    public override Tensor call(Tensor inputs, bool? training = null) => throw new NotImplementedError(
        "Unimplemented `tf.keras.Model.call()`: if you intend to create a `Model` with the Functional API, please provide `inputs` and `outputs` arguments. "
        + "Otherwise, subclass `Model` with an overridden `call()` method.");

    /// <summary>The layer of a name, or at a position.</summary>
    /// <exception cref="ValueError">There is no such layer, or neither or both were given.</exception>
    public Layer get_layer(string? name = null, int? index = null)
    {
        if (name is not null && index is not null)
        {
            throw new ValueError($"Provide only a layer name or a layer index. Received: index={index}, name={name}.");
        }

        if (index is { } position)
        {
            return position >= -layers.Count && position < layers.Count ? layers[position < 0 ? position + layers.Count : position]
                : throw new ValueError($"Was asked to retrieve layer at index {index} but model only has {layers.Count} layers.");
        }

        if (name is null)
        {
            throw new ValueError("Provide either a layer name or layer index at `get_layer`.");
        }

        return layers.FirstOrDefault(layer => layer.name == name)
            ?? throw new ValueError($"No such layer: {name}. Existing layers are: [{string.Join(", ", layers.Select(layer => $"'{layer.name}'"))}].");
    }

    private IEnumerable<Variable> OfParts(Func<Layer, IReadOnlyList<Variable>> weights) => Parts.SelectMany(part => part is Layer layer ? weights(layer) : ((Metric)part).variables);

    private IReadOnlyList<Variable> RequireBuilt(IReadOnlyList<Variable> weights) => built ? weights
        : throw new ValueError($"Weights for model '{name}' have not yet been created. "
            + "Weights are created when the model is first called on inputs or `build()` is called with an `input_shape`.");
}

using KerasSharp.Engine;
using KerasSharp.Layers;
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

    /// <summary>A model lists the weights of its layers first, and then its own.</summary>
    private protected override IEnumerable<Variable> OwnThenInner(IEnumerable<Variable> own, IEnumerable<Variable> inner) => inner.Concat(own);

    /// <summary>Layer by layer, each with its trainable and other weights, as Keras's files keep them.</summary>
    private protected override IEnumerable<Variable> AllWeights() => RequireBuilt([.. SubLayers.SelectMany(layer => layer.weights), .. OwnWeights.OrderByDescending(w => w.trainable)]);

    /// <inheritdoc/>
    public override IReadOnlyList<Variable> trainable_weights => RequireBuilt(base.trainable_weights);

    /// <inheritdoc/>
    public override IReadOnlyList<Variable> non_trainable_weights => RequireBuilt(base.non_trainable_weights);

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

    private IReadOnlyList<Variable> RequireBuilt(IReadOnlyList<Variable> weights) => built ? weights
        : throw new ValueError($"Weights for model '{name}' have not yet been created. "
            + "Weights are created when the model is first called on inputs or `build()` is called with an `input_shape`.");
}

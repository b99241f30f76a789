using KerasSharp.Engine;
using NumSharp;

namespace KerasSharp.Layers;

// The weights of a layer and of the layers inside it.
public abstract partial class Layer
{
    /// <summary>All weights: the trainable ones first, then the others, as Keras orders them.</summary>
    /// <remarks>A field, since C# reserves the name <c>get_weights</c> for the getter of a property called <c>weights</c>.</remarks>
#pragma warning disable CA1051
    public readonly IReadOnlyList<Variable> weights;
#pragma warning restore CA1051

    /// <summary>What training changes; none if the layer is frozen. A weight that is shared stands once.</summary>
    public virtual IReadOnlyList<Variable> trainable_weights => !trainable ? []
        : [.. OwnWeights.Where(w => w.trainable).Concat(SubLayers.SelectMany(l => l.trainable_weights)).Distinct()];

    /// <summary>What training does not change, moving statistics for instance.</summary>
    public virtual IReadOnlyList<Variable> non_trainable_weights => trainable
        ? [.. OwnWeights.Where(w => !w.trainable).Concat(SubLayers.SelectMany(l => l.non_trainable_weights)).Distinct()]
        : [.. OwnWeights.OrderByDescending(w => w.trainable).Concat(SubLayers.SelectMany(l => l.weights)).Distinct()];

    /// <summary>The same as <see cref="weights"/>.</summary>
    public IReadOnlyList<Variable> variables => weights;

    /// <summary>The same as <see cref="trainable_weights"/>.</summary>
    public IReadOnlyList<Variable> trainable_variables => trainable_weights;

    /// <summary>The same as <see cref="non_trainable_weights"/>.</summary>
    public IReadOnlyList<Variable> non_trainable_variables => non_trainable_weights;

    /// <summary>Layers inside this one: those in the fields of the class, in the order of the fields.</summary>
    internal virtual IReadOnlyList<Layer> SubLayers => Tracked.Layers;

    /// <summary>
    /// What the fields of the class hold. Looked up anew until the layer is built, since fields may be set in the constructor or in build. A class of
    /// a user may change its fields later too: these are looked up each time.
    /// </summary>
    internal FieldTracking Tracked => tracked is not null && built && !IsOfUser ? tracked : tracked = FieldTracking.Of(this);

    private bool IsOfUser => GetType().Assembly != typeof(Layer).Assembly;

    private FieldTracking? tracked;

    /// <summary>Looks at the fields again: before a training begins, since a program may have changed them.</summary>
    internal void Retrack()
    {
        tracked = null;
        foreach (var layer in SubLayers)
        {
            layer.Retrack();
        }
    }

    /// <summary>The weights of this layer itself, without those of layers inside: the trainable ones first.</summary>
    internal IReadOnlyList<Variable> WeightsAlone => [.. OwnWeights.OrderByDescending(w => w.trainable)];

    /// <summary>The weights of this layer itself: those of add_weight, then variables that stand in fields.</summary>
    private protected IEnumerable<Variable> OwnWeights => ownWeights.Concat(Tracked.Variables).Distinct();

    /// <summary>All weights in the order in which files keep them.</summary>
    private protected virtual IEnumerable<Variable> AllWeights() => trainable_weights.Concat(non_trainable_weights);

    /// <summary>The number of elements of all weights.</summary>
    /// <exception cref="ValueError">The layer has no weights yet.</exception>
    public virtual int count_params() => built ? weights.Sum(w => w.size)
        : throw new ValueError($"You tried to call `count_params` on layer {name}, but the layer isn't built. "
            + $"You can build it manually via: `{name}.build(batch_input_shape)`.");

    /// <summary>Copies of all weights as arrays, in the order of <see cref="weights"/>.</summary>
    public List<NDArray> get_weights() => [.. weights.Select(w => w.value.numpy())];

    /// <summary>Replaces all weights. Nothing is changed if one does not fit.</summary>
    /// <param name="weights">Arrays in the order of <see cref="get_weights"/>.</param>
    /// <exception cref="ValueError">Their number or a shape differs.</exception>
    public void set_weights(IReadOnlyList<NDArray> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        var own = this.weights;
        if (own.Count != weights.Count)
        {
            throw new ValueError($"You called `set_weights(weights)` on layer \"{name}\" with a weight list of length {weights.Count}, "
                + $"but the layer was expecting {own.Count} weights. Provided weights: {Preview(weights)}...");
        }

        for (var i = 0; i < own.Count; i++)
        {
            var shape = new TensorShape(Array.ConvertAll(weights[i].shape, d => checked((int)d)).AsSpan());
            if (shape != own[i].shape)
            {
                throw new ValueError($"Layer {name} weight shape {own[i].shape} is not compatible with provided weight shape {shape}.");
            }
        }

        for (var i = 0; i < own.Count; i++)
        {
            var value = Tensor.From(weights[i]);
            own[i].assign(value.dtype == own[i].dtype ? value : keras.ops.cast(value, own[i].dtype));
        }

        WeightsReplaced();
    }

    /// <summary>All weights were replaced, by <see cref="set_weights"/> or from a file: what follows from them is computed anew.</summary>
    internal virtual void WeightsReplaced()
    {
        foreach (var layer in SubLayers)
        {
            layer.WeightsReplaced();
        }
    }

    // Keras shows the first 50 characters of the list.
    private static string Preview(IReadOnlyList<NDArray> weights)
    {
        var text = $"[{string.Join(", ", weights.Take(4).Select(w => Python.PythonFormat.Repr(w)))}]";
        return text.Length > 50 ? text[..50] : text;
    }

    /// <summary>Always the weights of now: a layer that is built later, or frozen, shows it.</summary>
    private sealed class WeightView(Layer layer) : IReadOnlyList<Variable>
    {
        public int Count => All().Length;

        public Variable this[int index] => All()[index];

        public IEnumerator<Variable> GetEnumerator() => ((IEnumerable<Variable>)All()).GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

        private Variable[] All() => [.. layer.AllWeights().Distinct()];
    }
}

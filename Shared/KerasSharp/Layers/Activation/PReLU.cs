using KerasSharp.Constraints;
using KerasSharp.Engine;
using KerasSharp.Initializers;
using KerasSharp.Regularizers;
using KerasSharp.Saving;
using static KerasSharp.keras;

namespace KerasSharp.Layers;

/// <summary>
/// x where positive, else <c>alpha</c> · x, where alpha is learned: one slope for each element of a sample, or for each along some axes.
/// Source: <see href="https://keras.io/api/layers/activation_layers/prelu/"/>.
/// </summary>
[KerasExport("keras.layers.PReLU")]
[KerasName("keras.activations.PReLU")]
public class PReLU : Layer
{
    /// <summary>A layer of these arguments.</summary>
    /// <param name="alpha_initializer">The first slopes; <c>zeros</c> if not given.</param>
    /// <param name="alpha_regularizer">Penalty on the slopes.</param>
    /// <param name="alpha_constraint">What the slopes must fulfil.</param>
    /// <param name="shared_axes">The axes along which all elements have one slope, counted with the batch as 0: <c>[1, 2]</c> for one slope per channel.</param>
    /// <param name="kwargs">What every layer takes.</param>
    public PReLU(
        [KerasDefault("zeros")] Initializer? alpha_initializer = null, Regularizer? alpha_regularizer = null, Constraint? alpha_constraint = null,
        IntTuple shared_axes = default, LayerArguments kwargs = default)
        : base(kwargs)
    {
        this.alpha_initializer = alpha_initializer ?? "zeros";
        (this.alpha_regularizer, this.alpha_constraint) = (alpha_regularizer, alpha_constraint);
        this.shared_axes = shared_axes.is_given ? shared_axes.to_array() : null;
        supports_masking = true;
    }

    /// <summary>The first slopes.</summary>
    public Initializer alpha_initializer { get; }

    /// <summary>Penalty on the slopes.</summary>
    public Regularizer? alpha_regularizer { get; }

    /// <summary>What the slopes must fulfil.</summary>
    public Constraint? alpha_constraint { get; }

    /// <summary>The axes along which all elements have one slope; null if there are none.</summary>
    public IReadOnlyList<int>? shared_axes { get; }

    /// <summary>The slopes; null before the layer is built.</summary>
    public Variable? alpha { get; private set; }

    /// <inheritdoc/>
    /// <exception cref="ValueError">A length is unknown along which there are slopes.</exception>
    public override void build(TensorShape input_shape)
    {
        int?[] dims = [.. input_shape.without_batch()];
        foreach (var axis in shared_axes ?? [])
        {
            dims[axis - 1] = 1;
        }

        alpha = add_weight("alpha", dims, null, alpha_initializer, alpha_regularizer, true, alpha_constraint);
        if (shared_axes is { Count: > 0 } shared)
        {
            input_spec = new InputSpec(
                ndim: input_shape.rank, axes: Enumerable.Range(1, input_shape.rank - 1).Except(shared).ToDictionary(i => i, i => input_shape[i]!.Value));
        }

        built = true;
    }

    /// <inheritdoc/>
    public override Tensor call(Tensor inputs, bool? training = null) => ops.relu(inputs) - (alpha!.value * ops.relu(ops.negative(inputs)));

    /// <inheritdoc/>
    public override TensorShape compute_output_shape(TensorShape input_shape) => input_shape;

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config())
    {
        ["alpha_initializer"] = ObjectRegistry.Serialize(alpha_initializer),
        ["alpha_regularizer"] = ObjectRegistry.Serialize(alpha_regularizer),
        ["alpha_constraint"] = ObjectRegistry.Serialize(alpha_constraint),
        ["shared_axes"] = shared_axes?.ToArray(),
    };
}

using KerasSharp.Constraints;
using KerasSharp.Engine;
using KerasSharp.Initializers;
using KerasSharp.Regularizers;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>
/// A vector for each number: integers (batch, …) in [0, input_dim) → (batch, …, output_dim).
/// Source: <see href="https://keras.io/api/layers/core_layers/embedding/"/>.
/// </summary>
[KerasExport("keras.layers.Embedding")]
public class Embedding : Layer
{
    /// <summary>A layer of these arguments.</summary>
    /// <param name="input_dim">How many numbers there are: the largest plus 1.</param>
    /// <param name="output_dim">The length of a vector.</param>
    /// <param name="embeddings_initializer">Draws the first vectors; <c>uniform</c> if not given.</param>
    /// <param name="embeddings_regularizer">Penalty on the vectors.</param>
    /// <param name="activity_regularizer">Penalty on the output.</param>
    /// <param name="embeddings_constraint">What the vectors must fulfil after each update.</param>
    /// <param name="mask_zero">Whether 0 means "no step here": the output carries a mask.</param>
    /// <param name="input_length">The length of a sequence, where it is fixed.</param>
    /// <param name="sparse">Not supported: a gradient of single rows.</param>
    /// <param name="kwargs">What every layer takes.</param>
    /// <exception cref="ValueError">A size is not positive.</exception>
    /// <exception cref="NotImplementedError"><paramref name="sparse"/> was asked for.</exception>
    public Embedding(
        int input_dim, int output_dim, [KerasDefault("uniform")] Initializer? embeddings_initializer = null, Regularizer? embeddings_regularizer = null,
        Regularizer? activity_regularizer = null, Constraint? embeddings_constraint = null, bool mask_zero = false, int? input_length = null,
        bool sparse = false, LayerArguments kwargs = default)
        : base(kwargs.BatchInputShape.is_given ? kwargs : kwargs with { input_shape = new TensorShape([input_length]) })
    {
        if (input_dim <= 0 || output_dim <= 0)
        {
            throw new ValueError($"Both `input_dim` and `output_dim` should be positive, Received input_dim = {input_dim} and output_dim = {output_dim}");
        }

        if (sparse)
        {
            throw new NotImplementedError("Embedding does not support the argument `sparse`: its gradient is dense. Received: sparse=True");
        }

        (this.input_dim, this.output_dim, this.mask_zero, this.input_length) = (input_dim, output_dim, mask_zero, input_length);
        this.embeddings_initializer = embeddings_initializer ?? "uniform";
        this.embeddings_regularizer = embeddings_regularizer;
        this.activity_regularizer = activity_regularizer;
        this.embeddings_constraint = embeddings_constraint;
        supports_masking = mask_zero;
    }

    /// <summary>How many numbers there are.</summary>
    public int input_dim { get; }

    /// <summary>The length of a vector.</summary>
    public int output_dim { get; }

    /// <summary>Draws the first vectors.</summary>
    public Initializer embeddings_initializer { get; }

    /// <summary>Penalty on the vectors.</summary>
    public Regularizer? embeddings_regularizer { get; }

    /// <summary>What the vectors must fulfil.</summary>
    public Constraint? embeddings_constraint { get; }

    /// <summary>Whether 0 means "no step here".</summary>
    public bool mask_zero { get; }

    /// <summary>The length of a sequence, where it is fixed.</summary>
    public int? input_length { get; }

    /// <summary>The vectors (input_dim, output_dim); null before the layer is built.</summary>
    public Variable? embeddings { get; private set; }

    internal override bool Autocasts => false;

    /// <inheritdoc/>
    public override void build(TensorShape input_shape)
    {
        embeddings = add_weight("embeddings", [input_dim, output_dim], null, embeddings_initializer, embeddings_regularizer, true, embeddings_constraint);
        built = true;
    }

    /// <inheritdoc/>
    public override Tensor call(Tensor inputs, bool? training = null)
        => keras.ops.take(embeddings!, inputs.dtype is Engine.DType.Int32 or Engine.DType.Int64 ? inputs : keras.ops.cast(inputs, Engine.DType.Int32));

    /// <inheritdoc/>
    /// <exception cref="ValueError">The sequences have another length than <see cref="input_length"/>.</exception>
    public override TensorShape compute_output_shape(TensorShape input_shape)
    {
        if (input_length is { } length && (input_shape.rank != 2 || (input_shape[1] is { } given && given != length)))
        {
            throw new ValueError($"\"input_length\" is {length}, but received input has shape {input_shape}");
        }

        return new([input_shape.rank > 0 ? input_shape[0] : null, .. input_shape.Skip(1).Select(d => d ?? input_length), output_dim]);
    }

    /// <inheritdoc/>
    public override Tensor? compute_mask(Tensor inputs, Tensor? mask = null) => mask_zero ? Masks.Differs(inputs, 0) : null;

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config())
    {
        ["input_dim"] = input_dim,
        ["output_dim"] = output_dim,
        ["embeddings_initializer"] = ObjectRegistry.Serialize(embeddings_initializer),
        ["embeddings_regularizer"] = ObjectRegistry.Serialize(embeddings_regularizer),
        ["activity_regularizer"] = ObjectRegistry.Serialize(activity_regularizer),
        ["embeddings_constraint"] = ObjectRegistry.Serialize(embeddings_constraint),
        ["mask_zero"] = mask_zero,
        ["input_length"] = input_length,
    };
}

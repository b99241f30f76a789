using KerasSharp.Engine;
using KerasSharp.Python;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>
/// In training each element is 0 with probability <c>rate</c>, and the others grow by 1 / (1 - rate); else x as it is.
/// Source: <see href="https://keras.io/api/layers/regularization_layers/dropout/"/>.
/// </summary>
[KerasExport("keras.layers.Dropout")]
public class Dropout : BaseRandomLayer
{
    /// <summary>A layer of these arguments.</summary>
    /// <param name="rate">The share that is dropped, 0 … 1.</param>
    /// <param name="noise_shape">Axes of length 1 are kept or dropped together, null takes the input's length: <c>(null, 1, 3)</c>; the input's shape if not given.</param>
    /// <param name="seed">Makes the choice reproducible, apart from the global seed.</param>
    /// <param name="kwargs">What every layer takes.</param>
    /// <exception cref="ValueError">The rate is not in 0 … 1.</exception>
    public Dropout(double rate, TensorShape noise_shape = default, int? seed = null, LayerArguments kwargs = default)
        : base(seed, kwargs)
    {
        this.rate = rate is >= 0 and <= 1 ? rate
            : throw new ValueError($"Invalid value {PythonFormat.Str(rate)} received for `rate`, expected a value between 0 and 1.");
        this.noise_shape = noise_shape;
    }

    /// <summary>The share that is dropped.</summary>
    public double rate { get; set; }

    /// <summary>The axes along which elements are dropped together; none if not given.</summary>
    public TensorShape noise_shape { get; }

    /// <inheritdoc/>
    public override Tensor call(Tensor inputs, bool? training = null)
        => training == true && rate > 0 && !inputs.IsSymbolic ? keras.ops.multiply(inputs, keras.ops.dropout_mask(NoiseShape(inputs), rate, Random.Stream("RandomUniform"))) : inputs;

    /// <inheritdoc/>
    public override Tensor? compute_mask(Tensor inputs, Tensor? mask = null) => mask;

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config())
    {
        ["rate"] = rate,
        ["noise_shape"] = noise_shape.is_given ? (object)noise_shape : null,
        ["seed"] = seed,
    };

    /// <summary>The shape of what is drawn for an input.</summary>
    private protected virtual int[] NoiseShape(Tensor x) => Stretched(noise_shape, x);

    /// <summary>A noise shape for an input: its own lengths, the input's where they are unknown.</summary>
    internal static int[] Stretched(TensorShape shape, Tensor x) => shape.is_given ? [.. shape.Select((length, axis) => length ?? x.dim(axis))] : x.DimsArray;
}

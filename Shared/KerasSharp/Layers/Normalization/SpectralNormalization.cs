using KerasSharp.Engine;
using KerasSharp.Initializers;
using KerasSharp.Ops;
using KerasSharp.Saving;
using static KerasSharp.keras;

namespace KerasSharp.Layers;

/// <summary>
/// In each call in training, divides the kernel of the layer inside by its largest singular value, which is estimated by power iterations.
/// Source: <see href="https://keras.io/api/layers/normalization_layers/spectral_normalization/"/>.
/// </summary>
[KerasExport("keras.layers.SpectralNormalization")]
public class SpectralNormalization : Wrapper
{
    // Below it a sum of squares counts as this.
    private const float Smallest = 1e-12f;

    /// <summary>A layer of these arguments.</summary>
    /// <param name="layer">A layer with a <c>kernel</c> or with <c>embeddings</c>.</param>
    /// <param name="power_iterations">How many iterations each call makes.</param>
    /// <param name="kwargs">What every layer takes.</param>
    /// <exception cref="ValueError">There are no iterations, in Keras's words.</exception>
    public SpectralNormalization(Layer layer, int power_iterations = 1, LayerArguments kwargs = default)
        : base(layer, kwargs) => this.power_iterations = power_iterations > 0 ? power_iterations
            : throw new ValueError($"`power_iterations` should be greater than zero. Received: `power_iterations={power_iterations}`");

    /// <summary>How many iterations each call makes.</summary>
    public int power_iterations { get; }

    /// <summary>The estimate of a singular vector, (1, outputs); null before the layer is built.</summary>
    public Variable? vector_u { get; private set; }

    /// <inheritdoc/>
    /// <exception cref="ValueError">The layer inside has no kernel, in Keras's words.</exception>
    public override void build(Nest<TensorShape> input_shape)
    {
        ArgumentNullException.ThrowIfNull(input_shape);
        base.build(input_shape);
        input_spec = new InputSpec(shape: new TensorShape([null, .. input_shape.Value.Skip(1)]));
        vector_u = add_weight("vector_u", (1, Kernel.shape[^1]), null, new TruncatedNormal(stddev: 0.02), null, false);
    }

    /// <inheritdoc/>
    public override Tensor call(Tensor inputs, bool? training = false)
    {
        if (training == true)
        {
            normalize_weights();
        }

        return layer.apply(inputs);
    }

    /// <summary>Divides the kernel by its largest singular value.</summary>
    public void normalize_weights()
    {
        using var noTape = new NoTape();
        var kernel = Kernel;
        var matrix = ops.reshape(kernel.value, -1, kernel.value.dim(-1));
        if (!Array.Exists(matrix.ToArray<float>(), w => w != 0))
        {
            return;
        }

        var (u, v) = (vector_u!.value, vector_u.value);
        for (var i = 0; i < power_iterations; i++)
        {
            v = UnitLength(ops.matmul(u, matrix, false, true));
            u = UnitLength(ops.matmul(v, matrix));
        }

        var sigma = ops.matmul(ops.matmul(v, matrix), u, false, true);
        vector_u.assign(u);
        kernel.assign(ops.reshape(matrix / sigma, kernel.value.DimsArray));
    }

    /// <inheritdoc/>
    public override TensorShape compute_output_shape(TensorShape input_shape) => layer.compute_output_shape(input_shape);

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["power_iterations"] = power_iterations };

    // Every layer of Keras that has a kernel calls it so.
    private Variable Kernel => layer.weights.FirstOrDefault(w => Short(w) is "kernel" or "embeddings")
        ?? throw new ValueError($"{layer.GetType().Name} object has no attribute 'kernel' nor 'embeddings'");

    private static string Short(Variable weight) => weight.name[(weight.name.LastIndexOf('/') + 1)..].Split(':')[0];

    private static Tensor UnitLength(Tensor x) => x * ops.rsqrt(ops.maximum(ops.sum(ops.square(x)), Tensor.ScalarBeside(x, Smallest)));
}

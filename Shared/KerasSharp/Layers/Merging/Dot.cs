using KerasSharp.Engine;
using KerasSharp.Saving;
using static KerasSharp.keras;

namespace KerasSharp.Layers;

/// <summary>
/// The sums of products of two inputs along one axis of each, sample by sample: (batch, d) and (batch, d) → (batch, 1),
/// (batch, n, d) and (batch, m, d) → (batch, n, m). Source: <see href="https://keras.io/api/layers/merging_layers/dot/"/>.
/// </summary>
[KerasExport("keras.layers.Dot")]
public class Dot : BaseMerge
{
    /// <summary>A layer of these arguments.</summary>
    /// <param name="axes">The axis of both inputs, or one of each; the batch is axis 0.</param>
    /// <param name="normalize">Whether the inputs are brought to length 1 along the axis first: the result is the cosine.</param>
    /// <param name="kwargs">What every layer takes.</param>
    /// <exception cref="ValueError">There are not one or two axes.</exception>
    public Dot(IntTuple axes, bool normalize = false, LayerArguments kwargs = default)
        : base(kwargs)
    {
        this.axes = axes.is_int || axes.as_span().Length == 2 ? axes
            : throw new ValueError($"Invalid format for argument `axes`: it should contain two elements. Received: axes={axes}");
        this.normalize = normalize;
    }

    /// <summary>The axis of both inputs, or one of each.</summary>
    public IntTuple axes { get; }

    /// <summary>Whether the inputs are brought to length 1 first.</summary>
    public bool normalize { get; }

    /// <summary>The sums of products of two inputs along one axis of each, as a function.</summary>
    /// <param name="inputs">A list of two tensors: <c>dot([a, b], axes: 1)</c>.</param>
    /// <param name="axes">The axis of both inputs, or one of each.</param>
    /// <param name="normalize">Whether the inputs are brought to length 1 along the axis first.</param>
    /// <param name="name">The layer's name.</param>
    [KerasExport("keras.layers.dot")]
    internal static Tensor dot(Tensor inputs, IntTuple axes, bool normalize = false, string? name = null)
        => new Dot(axes, normalize, new LayerArguments(name)).apply(inputs);

    /// <inheritdoc/>
    /// <exception cref="ValueError">There are not two shapes, or their axes differ, in Keras's words.</exception>
    public override void build(Nest<TensorShape> input_shape)
    {
        var (first, second) = Two(input_shape);
        var (a, b) = (Axis(0, first.rank), Axis(1, second.rank));
        if (first[a] != second[b])
        {
            throw new ValueError($"Incompatible input shapes: axis values {Text(first[a])} (at axis {a}) != {Text(second[b])} (at axis {b}). "
                + $"Full input shapes: {first}, {second}");
        }

        built = true;
    }

    /// <inheritdoc/>
    public override Tensor call(Nest<Tensor> inputs, in CallArguments args)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return inputs.Count == 2 ? Merge(inputs.flatten())
            : throw new ValueError($"A `Dot` layer should be called on exactly 2 inputs. Received: inputs={inputs}");
    }

    /// <inheritdoc/>
    public override Nest<TensorShape> compute_output_shape(Nest<TensorShape> input_shape)
    {
        var (first, second) = Two(input_shape);
        int?[] output = [.. Without(first, Axis(0, first.rank)), .. Without(second, Axis(1, second.rank)).Skip(1)];
        return new TensorShape(output.Length == 1 ? [.. output, 1] : output);
    }

    /// <inheritdoc/>
    public override Nest<Tensor>? compute_mask(Nest<Tensor> inputs, Nest<Tensor>? mask) => null;

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["axes"] = axes.ToConfig(), ["normalize"] = normalize };

    // As a product of matrices: the axis goes last in the first input, behind the batch in the second.
    private protected override Tensor Merge(IReadOnlyList<Tensor> inputs)
    {
        var (x, y) = (inputs[0], inputs[1]);
        var (a, b) = (Axis(0, x.ndim), Axis(1, y.ndim));
        if (normalize)
        {
            (x, y) = (UnitLength(x, a), UnitLength(y, b));
        }

        int[] left = [.. Others(x, a).Select(x.dim)], right = [.. Others(y, b).Select(y.dim)];
        x = ops.reshape(ops.transpose(x, (int[])[0, .. Others(x, a), a]), x.dim(0), Engine.Shapes.Size(left), x.dim(a));
        y = ops.reshape(ops.transpose(y, (int[])[0, b, .. Others(y, b)]), y.dim(0), y.dim(b), Engine.Shapes.Size(right));
        int[] shape = [x.dim(0), .. left, .. right];
        return ops.reshape(ops.matmul(x, y), shape.Length == 1 ? [.. shape, 1] : shape);
    }

    private static IEnumerable<int> Others(Tensor x, int axis) => Enumerable.Range(1, x.ndim - 1).Where(i => i != axis);

    private static IEnumerable<int?> Without(TensorShape shape, int axis) => shape.Where((_, i) => i != axis);

    private static Tensor UnitLength(Tensor x, int axis)
        => x * ops.rsqrt(ops.maximum(ops.sum(ops.square(x), axis, keepdims: true), Tensor.ScalarBeside(x, 1e-12f)));

    private static string Text(int? dim) => dim?.ToString() ?? "None";

    private static (TensorShape First, TensorShape Second) Two(Nest<TensorShape> shapes)
    {
        ArgumentNullException.ThrowIfNull(shapes);
        return shapes is { IsList: true, Count: 2 } ? (shapes[0].Value, shapes[1].Value)
            : throw new ValueError($"A `Dot` layer should be called on a list of 2 inputs. Received: input_shape={shapes}");
    }

    private int Axis(int input, int rank) => Engine.Shapes.Axis(axes.as_span()[axes.is_int ? 0 : input], rank);
}

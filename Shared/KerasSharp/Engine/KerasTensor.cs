namespace KerasSharp.Engine;

/// <summary>
/// A tensor without a value: its type and shape (a dimension may be unknown), and the layer that will compute it. <c>keras.Input</c> makes
/// the first; layers, operators and functions make others of it. Asking it for a value is an error.
/// Source: <see href="https://keras.io/api/layers/core_layers/input/"/>.
/// </summary>
public sealed class KerasTensor : Tensor
{
    private readonly DType type;

    internal KerasTensor(OutputSpec spec, string? name = null)
        : base(null, spec.Dims)
    {
        type = spec.DType;
        this.name = name;
    }

    /// <summary>The name, if it has one: an input's.</summary>
    public override string? name { get; }

    /// <summary>The call that makes it; null inside a layer's call, where only shapes are asked for.</summary>
    internal TensorSource? Source { get; set; }

    /// <summary>Its place among the outputs of that call.</summary>
    internal int TensorIndex { get; set; }

    /// <summary>The value of a tensor that holds a shape, as far as it is known; -1 for what is not.</summary>
    internal int[]? Inferred { get; set; }

    internal override bool IsSymbolic => true;

    private protected override DType SymbolicDType => type;

    /// <summary>Keras's text: <c>&lt;KerasTensor: shape=(None, 3) dtype=float32 (created by layer 'dense')&gt;</c>.</summary>
    public override string ToString() => $"<KerasTensor: shape={shape} dtype={dtype.Name()}{InferredText}{(Source is { } source ? $" (created by layer '{source.SourceName}')" : "")}>";

    private string InferredText => Inferred is { } value ? $" inferred_value=[{string.Join(", ", value.Select(v => v < 0 ? "None" : $"{v}"))}]" : "";

    internal override string Repr() => ToString();

    /// <summary>The dimensions where it stands for a shape: what is known of its value, else as many unknown ones as it has elements.</summary>
    internal int[] InferredDims() => Inferred ?? (ndim == 0 ? [-1] : ndim == 1 && dim(0) >= 0 ? [.. Enumerable.Repeat(-1, dim(0))]
        : throw new ValueError($"The rank of a shape is known. Received: a shape held by {this}"));

    /// <summary>Python's <c>str</c> of it, which messages hold.</summary>
    internal string Describe()
    {
        var quoted = name is null ? "None" : $"'{name}'";
        return $"KerasTensor(type_spec=TensorSpec(shape={shape}, dtype=tf.{dtype.Name()}, name={quoted}), name={quoted}"
            + $"{(Source is { } source ? $", description=\"created by layer '{source.SourceName}'\"" : "")})";
    }

    internal override Exception NoTensor(string member) => new TypeError(
        $"You are passing {Describe()}, an intermediate Keras symbolic input/output, to a TF API that does not allow registering custom dispatchers, such as `tf.cond`, `tf.function`, "
        + "gradient tapes, or `tf.map_fn`. Keras Functional model construction only supports TF API calls that *do* support dispatching, such as `tf.math.add` or `tf.reshape`. "
        + "Other APIs cannot be called directly on symbolic Kerasinputs/outputs. You can work around this limitation by putting the operation in a custom Keras layer `call` "
        + "and calling that layer on this symbolic input/output.");
}

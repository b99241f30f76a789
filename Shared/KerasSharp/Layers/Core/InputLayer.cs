using KerasSharp.Engine;
using KerasSharp.Saving;
using KerasSharp.Utils;

namespace KerasSharp.Layers;

/// <summary>
/// States the shape and type of a model's input; passes it on as it is.
/// Source: <see href="https://keras.io/api/layers/core_layers/input/"/>.
/// </summary>
[KerasExport("keras.layers.InputLayer")]
public class InputLayer : Layer
{
    /// <summary>An input of a shape, given as <c>input_shape</c> or <c>batch_input_shape</c>.</summary>
    /// <param name="input_shape">The shape of one sample.</param>
    /// <param name="batch_size">The batch dimension; any if not given.</param>
    /// <param name="dtype"><c>float32</c> if not given; also <c>int32</c>, <c>uint8</c>, <c>bool</c>.</param>
    /// <param name="input_tensor">Not supported: a tensor to start from.</param>
    /// <param name="sparse">Not supported: sparse tensors.</param>
    /// <param name="name">The layer's name; <c>input_1</c>, <c>input_2</c>, … if not given.</param>
    /// <param name="ragged">Not supported: ragged tensors.</param>
    /// <param name="type_spec">Not supported: TensorFlow's type objects.</param>
    /// <param name="batch_input_shape">The shape with the batch dimension, instead of <paramref name="input_shape"/>.</param>
    /// <exception cref="NotImplementedError">One of the arguments that are not supported was given.</exception>
    /// <exception cref="ValueError">There is no shape.</exception>
    public InputLayer(
                TensorShape input_shape = default, int? batch_size = null, string? dtype = null, Tensor? input_tensor = null, bool? sparse = null,
                string? name = null, bool? ragged = null, object? type_spec = null, TensorShape batch_input_shape = default)
        : this(new LayerArguments(name, null, dtype, input_shape, batch_input_shape, batch_size))
    {
        var refused = input_tensor is not null ? nameof(input_tensor) : sparse is true ? nameof(sparse)
            : ragged is true ? nameof(ragged) : type_spec is not null ? nameof(type_spec) : null;
        if (refused is not null)
        {
            throw new NotImplementedError($"InputLayer does not support the argument `{refused}`: its inputs are dense tensors that come with each call.");
        }
    }

    internal InputLayer(LayerArguments kwargs)
            : base(kwargs with { name = kwargs.name ?? NameRegistry.NextNumbered("input"), trainable = kwargs.trainable ?? true })
    {
        if (!batch_input_shape.is_given)
        {
            throw new ValueError("Please provide to Input a `shape` or a `tensor` or a `type_spec` argument. Note that `shape` does not include the batch dimension.");
        }

        if (batch_input_shape.FirstOrDefault(d => d < 0) is { } negative)
        {
            throw new ValueError($"Dimension {negative} must be >= 0");
        }

        built = true;
        RememberShapes(batch_input_shape);
        AddNode(null, [], (Tensor)new KerasTensor(new OutputSpec(DTypes.Parse(dtype), batch_input_shape.ToDims()), name));
    }

    /// <inheritdoc/>
    public override Tensor call(Tensor inputs, bool? training = null) => inputs;

    internal override bool Autocasts => false;

    internal override Nest<TensorShape>? BuildShapes => null;

    /// <inheritdoc/>
    public override Config get_config() => new()
    {
        ["batch_input_shape"] = batch_input_shape,
        ["dtype"] = dtype,
        ["sparse"] = false,
        ["ragged"] = false,
        ["name"] = name,
    };

    private protected override bool AcceptsDType(string wanted) => DTypes.Parse(wanted) is var _;
}

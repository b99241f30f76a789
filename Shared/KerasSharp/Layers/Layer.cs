using KerasSharp.Constraints;
using KerasSharp.Engine;
using KerasSharp.Initializers;
using KerasSharp.Regularizers;
using KerasSharp.Saving;
using KerasSharp.Utils;
using NumSharp;

namespace KerasSharp.Layers;

/// <summary>
/// A step of a computation with its weights. A derived class makes the weights in <see cref="build(TensorShape)"/>, computes in
/// <see cref="call(Tensor, bool?)"/>, and tells its output shape in <see cref="compute_output_shape(TensorShape)"/> and its arguments in
/// <see cref="get_config"/>. Python's <c>layer(x)</c> is <c>layer.apply(x)</c>. Source: <see href="https://keras.io/api/layers/base_layer/"/>.
/// </summary>
[System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembers(System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes.PublicFields | System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes.NonPublicFields | System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes.PublicMethods)]
public abstract partial class Layer : IConfigurable
{
    private readonly List<Variable> ownWeights = [];
    private bool isTrainable;
    private readonly IReadOnlyList<NDArray>? initialWeights;

    /// <summary>A layer with the arguments that all layers have.</summary>
    /// <exception cref="ValueError">The dtype is not float32.</exception>
    protected Layer(LayerArguments kwargs = default)
    {
        if (kwargs.dtype is { } wanted && wanted != "float32" && !AcceptsDType(wanted))
        {
            throw new ValueError($"{GetType().Name} computes in float32. Received: dtype={wanted}");
        }

        weights = new WeightView(this);
        dtype = kwargs.dtype ?? "float32";
        if (kwargs.name is null)
        {
            name = NameRegistry.Next(GetType().Name);
        }
        else
        {
            name = kwargs.name;
            NameRegistry.Observe(name);
        }

        isTrainable = kwargs.trainable ?? true;
        batch_input_shape = kwargs.BatchInputShape;
        initialWeights = kwargs.weights;
    }

    /// <summary>The name, unique in its model.</summary>
    public string name { get; internal set; }

    /// <summary>The type it computes in.</summary>
    public string dtype { get; }

    /// <summary>Whether training changes its weights. A frozen layer's weights all count as non-trainable. Setting it sets the layers inside too.</summary>
    public virtual bool trainable
    {
        get => isTrainable;
        set
        {
            isTrainable = value;
            foreach (var layer in SubLayers)
            {
                layer.trainable = value;
            }
        }
    }

    /// <summary>Whether training changes its own weights: as <see cref="trainable"/>, but setting it leaves the layers inside as they are.</summary>
    internal bool TrainableAlone
    {
        get => isTrainable;
        set => isTrainable = value;
    }

    /// <summary>Whether the weights exist.</summary>
    public bool built { get; protected set; }

    /// <summary>What it expects of its input; null if anything will do.</summary>
    public Nest<InputSpec>? input_spec { get; protected set; }

    /// <summary>The input shape that was given to the constructor, with the batch dimension; not given if none was.</summary>
    public TensorShape batch_input_shape { get; internal set; }

    /// <summary>The shape that it was built for; not given before.</summary>
    /// <exception cref="AttributeError">It has several inputs: see <see cref="input_shapes"/>.</exception>
    public TensorShape input_shape => One(input_shapes, nameof(input_shape));

    /// <summary>The output shape for the shape that it was built for; not given before.</summary>
    /// <exception cref="AttributeError">It has several outputs: see <see cref="output_shapes"/>.</exception>
    public TensorShape output_shape => One(output_shapes, nameof(output_shape));

    /// <summary>The shapes of all inputs that it was built for; null before.</summary>
    /// <exception cref="AttributeError">It was called on inputs of different shapes.</exception>
    public virtual Nest<TensorShape>? input_shapes => OfAllCalls(node => node.InputShapes, "input") ?? InputShapes;

    /// <summary>The shapes of all outputs; null before it is built.</summary>
    /// <exception cref="AttributeError">Its calls gave different shapes.</exception>
    public virtual Nest<TensorShape>? output_shapes => OfAllCalls(node => node.Outputs.map(x => x.shape), "output")
        ?? (InputShapes is null ? null : InferShapes(InputShapes));

    /// <summary>The shapes that it was built for.</summary>
    internal Nest<TensorShape>? InputShapes { get; private set; }

    /// <summary>What a configuration says under <c>build_config</c>.</summary>
    internal virtual Nest<TensorShape>? BuildShapes => BuildShapeOfConfig.is_given ? (Nest<TensorShape>)BuildShapeOfConfig : InputShapes;

    /// <summary>What the configuration that the layer was made of says there: Keras keeps it. Not given if it said nothing.</summary>
    internal TensorShape BuildShapeOfConfig { get; set; }

    /// <summary>Penalty on the output, added to the loss.</summary>
    public Regularizer? activity_regularizer { get; protected set; }

    /// <summary>Makes the weights for an input shape with its batch dimension. Called once.</summary>
    public virtual void build(TensorShape input_shape) => built = true;

    /// <summary>Makes the weights for the shapes of several inputs. By default the form for one shape does it.</summary>
    /// <exception cref="TypeError">The class overrides the form for one shape alone, and there are several inputs.</exception>
    public virtual void build(Nest<TensorShape> input_shape)
    {
        ArgumentNullException.ThrowIfNull(input_shape);
        if (input_shape.IsLeaf)
        {
            build(input_shape.Value);
        }
        else
        {
            built = !Overrides(nameof(build), typeof(TensorShape)) ? true
                : throw new TypeError($"{GetType().Name}.build takes one shape, and the layer \"{name}\" was called on {input_shape.flatten().Count} tensors: override build(Nest<TensorShape>).");
        }
    }

    /// <summary>The output shape for an input shape, both with the batch dimension.</summary>
    public virtual TensorShape compute_output_shape(TensorShape input_shape) => input_shape;

    /// <summary>How the layer was configured: what a constructor needs to make the same layer.</summary>
    public virtual Config get_config()
    {
        var config = new Config { ["name"] = name, ["trainable"] = trainable, ["dtype"] = dtype };
        if (batch_input_shape.is_given)
        {
            config["batch_input_shape"] = batch_input_shape;
        }

        return config;
    }

    /// <summary>Checks the inputs' number and shapes.</summary>
    /// <exception cref="ValueError">They do not fit, in Keras's words.</exception>
    private protected virtual void CheckInputs(Nest<Tensor> inputs)
    {
        if (input_spec is not null)
        {
            InputSpec.Check(input_spec, inputs, name);
        }
    }

    /// <summary>Notes what <see cref="input_shape"/> and <see cref="output_shape"/> say.</summary>
    internal void RememberShapes(Nest<TensorShape> shapes) => InputShapes = shapes;

    /// <summary>Makes a weight. Call it in <see cref="build(TensorShape)"/> or in the constructor.</summary>
    /// <param name="name">Its short name, such as <c>kernel</c>: the weight is then called <c>layer/kernel:0</c>; <c>Variable</c> if not given.</param>
    /// <param name="shape">Its shape; a scalar if not given.</param>
    /// <param name="dtype">Its type; the layer's if not given.</param>
    /// <param name="initializer">A name or an object; Glorot uniform if not given, of integers zeros.</param>
    /// <param name="regularizer">A penalty that joins the loss: a name or an object.</param>
    /// <param name="trainable">Whether an optimizer changes it; true if not given.</param>
    /// <param name="constraint">Applied after each update: a name or an object.</param>
    /// <exception cref="ValueError">A dimension is unknown, or a name is.</exception>
    public Variable add_weight(
        string? name = null, TensorShape shape = default, string? dtype = null, Initializer? initializer = null, Regularizer? regularizer = null,
        bool? trainable = null, Constraint? constraint = null)
    {
        if (shape.is_given && !shape.is_fully_defined)
        {
            throw new ValueError($"The shape of a weight has no unknown dimension. Received: shape={shape} for the weight '{name ?? "Variable"}' of layer \"{this.name}\"");
        }

        using var scope = TensorScope.Begin();
        dtype ??= this.dtype;
        var value = (initializer ?? (DTypes.Parse(dtype).IsFloating() ? "glorot_uniform" : "zeros")).call(shape.ToDims(), dtype);
        var variable = new Variable(value, WeightName(name ?? "Variable"), trainable ?? true) { constraint = constraint };
        ownWeights.Add(variable);
        if (regularizer is not null)
        {
            weightRegularizers.Add((variable, regularizer));
        }

        return variable;
    }

    /// <summary>A weight's name: behind those of the layers that are being called; alone where <c>adapt</c> makes it, as in Keras.</summary>
    private protected virtual string WeightName(string weight)
    {
        var scope = EngineState.Current.NameScope ?? name;
        return scope.Length == 0 ? $"{weight}:0" : $"{scope}/{weight}:0";
    }

    /// <summary>Whether a layer takes another dtype than float32 (an InputLayer does).</summary>
    private protected virtual bool AcceptsDType(string wanted) => false;

    private TensorShape One(Nest<TensorShape>? shapes, string what) => shapes is null ? default : shapes.IsLeaf ? shapes.Value
        : throw new AttributeError($"The layer \"{name}\" has several: read `{what}s` instead of `{what}`.");

    private Nest<TensorShape>? OfAllCalls(Func<Node, Nest<TensorShape>?> shapes, string what)
    {
        if (inboundNodes.Count == 0)
        {
            return null;
        }

        var first = shapes(inboundNodes[0]);
        var text = first?.ToString();
        return inboundNodes.TrueForAll(node => shapes(node)?.ToString() == text) ? first
            : throw new AttributeError($"The layer \"{name}\" has multiple inbound nodes, with different {what} shapes. "
                + $"Hence the notion of \"{what} shape\" is ill-defined for the layer. Use `get_{what}_shape_at(node_index)` instead.");
    }

    private Nest<TensorShape>? InferShapes(Nest<TensorShape> shapes)
    {
        try
        {
            var state = Engine.EngineState.Current;
            using var frame = new CallFrame(state, name, null);
            return InferOutputs(shapes.map(shape => (Engine.Tensor)new Engine.KerasTensor(new Engine.OutputSpec(Engine.DType.Float32, shape.ToDims()))), default)
                .Nest.map(y => y.shape);
        }
        catch (NotImplementedError)
        {
            return null;
        }
    }
}

using KerasSharp.Constraints;
using KerasSharp.Engine;
using KerasSharp.Initializers;
using KerasSharp.Regularizers;
using KerasSharp.Saving;
using KerasSharp.Utils;
using NumSharp;

namespace KerasSharp.Layers;

/// <summary>
/// A step of a computation with its weights. A derived class makes the weights in <see cref="build"/>, computes in <see cref="call"/>
/// and says in <see cref="compute_output_shape"/> and <see cref="get_config"/> what it makes of a shape and how it was configured.
/// <c>layer(x)</c> is written <see cref="apply"/>. Source: <see href="https://keras.io/api/layers/base_layer/"/>.
/// </summary>
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
        name = kwargs.name ?? NameRegistry.Next(GetType().Name);
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

    /// <summary>Whether the weights exist.</summary>
    public bool built { get; protected set; }

    /// <summary>What it expects of its input; null if anything will do.</summary>
    public InputSpec? input_spec { get; protected set; }

    /// <summary>The input shape that was given to the constructor, with the batch dimension; not given if none was.</summary>
    public TensorShape batch_input_shape { get; internal set; }

    /// <summary>The shape that it was built for; not given before.</summary>
    public TensorShape input_shape { get; private set; }

    /// <summary>The output shape for the shape that it was built for; not given before.</summary>
    public TensorShape output_shape { get; private set; }

    /// <summary>Penalty on the output, added to the loss.</summary>
    public Regularizer? activity_regularizer { get; protected set; }

    /// <summary>Makes the weights for an input shape with its batch dimension. Called once.</summary>
    public virtual void build(TensorShape input_shape) => built = true;

    /// <summary>Computes the output.</summary>
    /// <param name="inputs">The input, batch first.</param>
    /// <param name="training">Whether this is training, for layers that behave differently then.</param>
    public abstract Tensor call(Tensor inputs, bool? training = null);

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

    /// <summary><c>layer(inputs)</c>: checks the input, builds the layer at the first call, computes.</summary>
    /// <exception cref="ValueError">The input does not fit, in Keras's words.</exception>
    public Tensor apply(Tensor inputs, bool? training = null)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        EnsureBuilt(inputs.shape);
        var outputs = call(inputs, training);
        if (activity_regularizer is not null)
        {
            // Keras divides an activity penalty by the batch size.
            AddActivityLoss(activity_regularizer.call(outputs) / inputs.dim(0));
        }

        return outputs;
    }

    /// <summary><c>layer(array)</c> on NumPy data.</summary>
    public NDArray apply(NDArray inputs, bool? training = null) => apply(Tensor.From(inputs), training).numpy();

    /// <summary>Checks an input's shape; makes the weights if they do not exist yet, and remembers the shapes.</summary>
    /// <exception cref="ValueError">The shape does not fit, in Keras's words.</exception>
    internal void EnsureBuilt(TensorShape shape)
    {
        input_spec?.Check(shape, name);
        if (!built)
        {
            using (TensorScope.BeginOutside())
            {
                build(shape);
            }

            built = true;
        }

        // Not above: a user may have called build.
        if (!input_shape.is_given)
        {
            RememberShapes(shape);
            if (initialWeights is not null)
            {
                set_weights(initialWeights);
            }
        }
    }

    /// <summary>Notes what <see cref="input_shape"/> and <see cref="output_shape"/> say.</summary>
    internal void RememberShapes(TensorShape shape)
    {
        input_shape = shape;
        output_shape = compute_output_shape(shape);
    }

    /// <summary>Makes a weight. Call it in <see cref="build"/>.</summary>
    /// <param name="name">Its short name, such as <c>kernel</c>: the weight is then called <c>layer/kernel:0</c>.</param>
    /// <param name="shape">Its shape; empty for a scalar.</param>
    /// <param name="dtype">float32 or int32.</param>
    /// <param name="initializer">Glorot uniform if not given.</param>
    /// <param name="regularizer">A penalty that joins the loss.</param>
    /// <param name="trainable">Whether an optimizer changes it.</param>
    /// <param name="constraint">Applied after each update.</param>
    protected Variable add_weight(
        string name, ReadOnlySpan<int> shape, string? dtype = null, Initializer? initializer = null, Regularizer? regularizer = null,
        bool trainable = true, Constraint? constraint = null)
    {
        using var scope = TensorScope.Begin();
        var value = (initializer ?? "glorot_uniform").call(shape, dtype ?? "float32");
        var variable = new Variable(value, $"{this.name}/{name}:0", trainable) { constraint = constraint };
        ownWeights.Add(variable);
        if (regularizer is not null)
        {
            weightRegularizers.Add((variable, regularizer));
        }

        return variable;
    }

    /// <summary>Whether a layer takes another dtype than float32 (an InputLayer does).</summary>
    private protected virtual bool AcceptsDType(string wanted) => false;
}

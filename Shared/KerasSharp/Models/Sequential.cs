using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.Saving;

namespace KerasSharp.Models;

/// <summary>
/// A stack of layers, each with one input and one output. Its weights are made when the first layer tells its <c>input_shape</c>,
/// or at the first batch. Source: <see href="https://keras.io/api/models/sequential/"/>.
/// </summary>
[KerasExport("keras.Sequential", "keras.models.Sequential")]
public sealed class Sequential : Model
{
    private readonly List<Layer> stack = [];

    /// <summary>A model of these layers.</summary>
    /// <param name="layers">The layers from the input to the output; more can be added.</param>
    /// <param name="name">The model's name; <c>sequential</c>, <c>sequential_1</c>, … if not given.</param>
    /// <exception cref="ValueError">Two layers have one name.</exception>
    public Sequential(IEnumerable<Layer>? layers = null, string? name = null)
        : base(name)
    {
        foreach (var layer in layers ?? [])
        {
            add(layer);
        }
    }

    /// <summary>The InputLayer in front; null while nobody has told the shape of the inputs.</summary>
    public InputLayer? input_layer { get; private set; }

    /// <inheritdoc/>
    public override IReadOnlyList<Layer> layers => stack;

    internal override bool KnowsShapes => true;

    internal override IReadOnlyList<Layer> SubLayers => stack;

    /// <summary>Puts a layer on top of the stack.</summary>
    /// <exception cref="ValueError">A layer of this name is there already, or the layer does not take the output below it.</exception>
    /// <exception cref="TypeError">It is null.</exception>
    public void add(Layer layer)
    {
        if (layer is null)
        {
            throw new TypeError("The added layer must be an instance of class Layer. Received: layer=None of type <class 'NoneType'>.");
        }

        if (stack.Exists(other => other.name == layer.name))
        {
            throw new ValueError("All layers added to a Sequential model should have unique names. "
                + $"Name \"{layer.name}\" is already the name of a layer in this model. Update the `name` argument to pass a unique name.");
        }

        if (layer is InputLayer input)
        {
            AddInput(input);
            return;
        }

        if (stack.Count == 0 && input_layer is null && layer.batch_input_shape.is_given)
        {
            AddInput(new InputLayer(new LayerArguments($"{layer.name}_input", batch_input_shape: layer.batch_input_shape)));
        }

        if (input_layer is not null)
        {
            var shape = stack.Count == 0 ? input_layer.batch_input_shape : stack[^1].output_shape;
            layer.input_spec?.Check(shape, layer.name);
            layer.EnsureBuilt(shape);
            layer.RememberShapes(shape);
        }

        stack.Add(layer);
        NoteShapes();
    }

    /// <summary>Takes the last layer off.</summary>
    /// <exception cref="TypeError">There is no layer.</exception>
    public void pop()
    {
        if (stack.Count == 0)
        {
            throw new TypeError("There are no layers in the model.");
        }

        stack.RemoveAt(stack.Count - 1);
        if (stack.Count == 0)
        {
            built = false;
        }

        NoteShapes();
    }

    /// <summary>Makes the weights for inputs of this shape, which begins with the batch dimension (<c>null</c> for any).</summary>
    public override void build(TensorShape input_shape)
    {
        if (stack.Count == 0)
        {
            throw new ValueError($"The model {name} has no layers: add some before it is built.");
        }

        var shape = input_shape;
        foreach (var layer in stack)
        {
            layer.input_spec?.Check(shape, layer.name);
            layer.EnsureBuilt(shape);
            layer.RememberShapes(shape);
            shape = layer.output_shape;
        }

        built = true;
    }

    /// <inheritdoc/>
        public override Tensor call(Tensor inputs, bool? training = null)
    {
        var x = inputs.dtype == DType.Float32 || input_layer?.dtype == inputs.dtype.Name() ? inputs : keras.ops.cast(inputs, "float32");
        foreach (var layer in stack)
        {
            x = layer.apply(x, training);
        }

        return x;
    }

    /// <inheritdoc/>
    public override TensorShape compute_output_shape(TensorShape input_shape)
    {
        foreach (var layer in stack)
        {
            input_shape = layer.compute_output_shape(input_shape);
        }

        return input_shape;
    }

    /// <summary>The name and the configurations of all layers, the InputLayer first.</summary>
    public override Config get_config()
    {
        IEnumerable<Layer> all = input_layer is null ? stack : [input_layer, .. stack];
        var config = new Config { ["name"] = name, ["layers"] = all.Select(Describe).ToList<object?>() };
        if (input_layer is null && built && input_shape.is_given)
        {
            config["build_input_shape"] = input_shape;
        }

        return config;
    }

    /// <summary>The model of a configuration that <see cref="get_config"/> made, with weights of its own.</summary>
    /// <exception cref="ValueError">A class is unknown.</exception>
    public static Sequential from_config(Config config)
    {
        ArgumentNullException.ThrowIfNull(config);
        var layers = (IReadOnlyList<object?>)(config.GetValueOrDefault("layers")
            ?? throw new ValueError("The configuration of a Sequential model has an entry 'layers'. Received: " + string.Join(", ", config.Keys)));
        var model = new Sequential(layers.Select(layer => (Layer)ObjectRegistry.Deserialize((Config)layer!, "layers")), config.GetValueOrDefault("name") as string);
        if (!model.built && config.GetValueOrDefault("build_input_shape") is IReadOnlyList<object?> shape)
        {
            model.EnsureBuilt(new TensorShape([.. shape.Select(d => d is null ? (int?)null : Convert.ToInt32(d))]));
        }

        return model;
    }

    private static object Describe(Layer layer)
    {
        var description = ObjectRegistry.Serialize(layer)!;
        if (layer is not InputLayer && layer.built)
        {
            description["build_config"] = new Config { ["input_shape"] = layer.input_shape };
        }

        return description;
    }

    private void AddInput(InputLayer input)
    {
        if (stack.Count > 0 || input_layer is not null)
        {
            throw new ValueError($"An InputLayer stands at the bottom of a Sequential model, and alone. Received: \"{input.name}\" on top of {stack.Count} layers.");
        }

        input_layer = input;
        input_spec = new InputSpec(input.batch_input_shape, allow_last_axis_squeeze: true);
    }

    private void NoteShapes()
    {
        if (input_layer is not null && stack.Count > 0)
        {
            built = true;
            RememberShapes(input_layer.batch_input_shape);
        }
    }
}

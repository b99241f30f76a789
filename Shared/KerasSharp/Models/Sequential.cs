using System.Runtime.CompilerServices;
using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.Models.Graph;
using KerasSharp.Saving;

namespace KerasSharp.Models;

/// <summary>
/// A stack of layers, each with one input and one output: a functional model whose graph is a line. The graph is made when the first
/// layer tells its <c>input_shape</c>, or at the first batch. Source: <see href="https://keras.io/api/models/sequential/"/>.
/// </summary>
[KerasExport("keras.Sequential", "keras.models.Sequential")]
public class Sequential : Functional
{
    private readonly List<Layer> stack = [];
    private readonly HashSet<Node> builtNodes = [];
    private Tensor? top; // what the layers make of the input so far
    private volatile bool graphIsStale;
    private bool hasExplicitInput;

    /// <summary>A model of these layers.</summary>
    /// <param name="layers">The layers from the input to the output; more can be added.</param>
    /// <param name="name">The model's name; <c>sequential</c>, <c>sequential_1</c>, … if not given.</param>
    /// <exception cref="ValueError">Two layers have one name.</exception>
    [OverloadResolutionPriority(1)]
    public Sequential(IEnumerable<Layer>? layers = null, string? name = null)
        : base(name)
    {
        foreach (var layer in layers ?? [])
        {
            add(layer);
        }
    }

    /// <summary>A model of an input and these layers: <c>Sequential([Input(28), Dense(10)])</c>.</summary>
    /// <param name="layers">What <c>keras.Input</c> gave, then the layers to the output; more can be added.</param>
    /// <param name="name">The model's name; <c>sequential</c>, <c>sequential_1</c>, … if not given.</param>
    /// <exception cref="ValueError">Two layers have one name.</exception>
    /// <exception cref="TypeError">A tensor is no input of a model.</exception>
    public Sequential(IEnumerable<StackItem> layers, string? name = null)
        : this((layers ?? []).Select(item => item.Layer!), name)
    {
    }

    /// <summary>The InputLayer in front; null while the shape of the inputs is unknown.</summary>
    public InputLayer? input_layer { get; private set; }

    /// <summary>The layers, without the InputLayer.</summary>
    public override IReadOnlyList<Layer> layers => stack;

    internal override IReadOnlyList<Layer> SubLayers => stack;

    /// <summary>Whether there is a graph: false while no shape is known.</summary>
    internal bool HasGraph => input_layer is not null && stack.Count > 0;

    /// <summary>Puts a layer on top of the stack.</summary>
    /// <exception cref="ValueError">A layer of this name is there already, or the layer does not take the output below it.</exception>
    /// <exception cref="TypeError">It is null.</exception>
    [OverloadResolutionPriority(1)]
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

        if (stack.Count == 0 && input_layer is null && FirstShape(layer) is { is_given: true } shape)
        {
            AddInput(new InputLayer(new LayerArguments($"{layer.name}_input", dtype: FirstDType(layer), batch_input_shape: shape)));
        }

        if (input_layer is not null)
        {
            top = Single(layer, layer.apply(top!));
            graphIsStale = true;
            built = true;
        }

        stack.Add(layer);
        Retrack();
    }

    /// <summary>Puts what <c>keras.Input</c> gave at the bottom of the stack.</summary>
    /// <exception cref="TypeError">The tensor is no input of a model.</exception>
    /// <exception cref="ValueError">There are layers already.</exception>
    public void add(Tensor input) => add(InputLayerOf(input));

    /// <summary>Takes the last layer off.</summary>
    /// <exception cref="TypeError">There is no layer.</exception>
    public void pop()
    {
        if (stack.Count == 0)
        {
            throw new TypeError("There are no layers in the model.");
        }

        var last = stack[^1];
        stack.RemoveAt(stack.Count - 1);
        if (input_layer is not null)
        {
            top = stack.Count == 0 ? input_layer.output : last.InboundNodes[^1].Inputs[0];
            graphIsStale = true;
        }

        if (stack.Count == 0)
        {
            Disconnect();
        }
    }

    /// <summary>Makes the weights for inputs of this shape, which begins with the batch dimension (<c>null</c> for any).</summary>
    public override void build(TensorShape input_shape)
    {
        if (stack.Count == 0)
        {
            throw new ValueError($"The model {name} has no layers: add some before it is built.");
        }

        if (HasGraph && hasExplicitInput)
        {
            EnsureGraph();
            return;
        }

        // Only the layers name their weights, and calls on symbolic tensors do not count as calls inside another layer here.
        var state = EngineState.Current;
        var (depth, scope) = (state.CallDepth, state.NameScope);
        (state.CallDepth, state.NameScope) = (0, null);
        try
        {
            input_layer = new InputLayer(new LayerArguments($"{stack[0].name}_input", dtype: FirstDType(stack[0]), batch_input_shape: input_shape));
            top = input_layer.output;
            stack.ForEach(layer => layer.RemoveNodes(builtNodes));
            builtNodes.Clear();
            foreach (var layer in stack)
            {
                top = Single(layer, layer.apply(top));
                builtNodes.Add(layer.InboundNodes[^1]);
            }
        }
        finally
        {
            (state.CallDepth, state.NameScope) = (depth, scope);
        }

        graphIsStale = true;
        EnsureGraph();
    }

    /// <inheritdoc/>
    public override Tensor call(Nest<Tensor> inputs, in CallArguments args)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        if (!HasGraph || (!hasExplicitInput && !Fits(inputs)))
        {
            // An axis that comes in different lengths is of any length from then on.
            var shape = inputs.flatten()[0].shape;
            build(HasGraph && input_layer!.batch_input_shape is var known && known.rank == shape.rank
                ? new TensorShape([.. known.Zip(shape, (a, b) => a == b ? a : null)]) : shape);
        }

        EnsureGraph();
        return base.call(inputs, args);
    }

    /// <inheritdoc/>
    public override Nest<TensorShape> compute_output_shape(Nest<TensorShape> input_shape)
    {
        ArgumentNullException.ThrowIfNull(input_shape);
        var shape = input_shape;
        foreach (var layer in stack)
        {
            shape = layer.compute_output_shape(shape);
        }

        return shape;
    }

    /// <summary>The name and the configurations of all layers, the InputLayer first.</summary>
    public override Config get_config()
    {
        IEnumerable<Layer> all = input_layer is null ? stack : [input_layer, .. stack];
        return new Config { ["name"] = name, ["layers"] = all.Select(GraphConfig.Describe).ToList<object?>() };
    }

    /// <summary>The model of a configuration that <see cref="get_config"/> made, with weights of its own.</summary>
    /// <exception cref="ValueError">A class is unknown.</exception>
    public static new Sequential from_config(Config config)
    {
        ArgumentNullException.ThrowIfNull(config);
        var layers = (IReadOnlyList<object?>)(config.GetValueOrDefault("layers")
            ?? throw new ValueError("The configuration of a Sequential model has an entry 'layers'. Received: " + string.Join(", ", config.Keys)));
        var model = new Sequential(layers.Select(layer => (Layer)ObjectRegistry.Deserialize((Config)layer!, "layers")), config.GetValueOrDefault("name") as string);
        if (!model.built && config.GetValueOrDefault("build_input_shape") is IReadOnlyList<object?> shape)
        {
            model.build(new TensorShape([.. shape.Select(d => d is null ? (int?)null : Convert.ToInt32(d))]));
        }

        return model;
    }

    // For fit, which knows its data: batches of any size come.
    internal override void EnsureBuilt(TensorShape shape) => base.EnsureBuilt(new TensorShape([null, .. shape.Skip(1)]));

    /// <summary>Makes the graph if layers were added since.</summary>
    private protected override void EnsureGraph()
    {
        if (!graphIsStale || !HasGraph)
        {
            return;
        }

        // The first predictions may come on several threads at once.
        lock (stack)
        {
            if (graphIsStale)
            {
                Connect(input_layer!.output.Nest, top!.Nest);
                graphIsStale = false;
            }
        }
    }

    private protected override void CheckInputs(Nest<Tensor> inputs)
    {
        EnsureGraph();
        if (hasExplicitInput && HasGraph)
        {
            base.CheckInputs(inputs);
        }
    }

    /// <summary>The layer of a model's input.</summary>
    /// <exception cref="TypeError">The tensor is no such input, in Keras's words.</exception>
    internal static InputLayer InputLayerOf(Tensor input) => (input as KerasTensor)?.Source is Node { Layer: InputLayer layer } ? layer
        : throw new TypeError("The added layer must be an instance of class Layer. "
            + $"Received: layer={(input is KerasTensor symbolic ? symbolic.Describe() : input?.ToString() ?? "None")} of type <class '{PythonType(input)}'>.");

    private static string PythonType(Tensor? input) => input switch
    {
        null => "NoneType",
        KerasTensor => "keras.src.engine.keras_tensor.KerasTensor",
        Tensors { Nest: var nest } => nest.IsDictionary ? "dict" : nest.IsTuple ? "tuple" : "list",
        _ => "tensorflow.python.framework.ops.EagerTensor",
    };

    private bool Fits(Nest<Tensor> inputs) => inputs.IsLeaf && Engine.Shapes.Fit(inputs.Value.Dims, input_layer!.batch_input_shape.ToDims());

    private static TensorShape FirstShape(Layer layer) => layer.batch_input_shape is { is_given: true } own ? own
        : layer is Sequential { input_layer: { } nested } ? nested.batch_input_shape
        : layer is Functional { inputs: [KerasTensor only] } ? only.shape : default;

    private static string? FirstDType(Layer layer) => layer switch
    {
        Sequential { input_layer: { } nested } => nested.dtype,
        Functional { inputs: [KerasTensor only] } => only.dtype.Name(),
        _ => null,
    };

    private static Tensor Single(Layer layer, Tensor output) => output is not Tensors ? output
        : throw new ValueError("All layers in a Sequential model should have a single output tensor. For multi-output layers, use the functional API.");

    private void AddInput(InputLayer input)
    {
        if (stack.Count > 0 || input_layer is not null)
        {
            throw new ValueError($"An InputLayer stands at the bottom of a Sequential model, and alone. Received: \"{input.name}\" on top of {stack.Count} layers.");
        }

        (input_layer, top, hasExplicitInput) = (input, input.output, true);
    }
}

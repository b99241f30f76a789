using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.Models.Graph;
using KerasSharp.Saving;
using KerasSharp.Utils;

namespace KerasSharp.Models;

/// <summary>
/// A model as a graph of layers, from <c>keras.Input</c> to outputs: several inputs and outputs, shared layers, branches, models inside
/// models. Source: <see href="https://keras.io/guides/functional_api/"/>.
/// </summary>
[KerasExport("keras.Model", "keras.models.Model")]
public class Functional : Model
{
    private Nest<Tensor>? nestedInputs;
    private Nest<Tensor>? nestedOutputs;
    private IReadOnlyList<KerasTensor> flatInputs = [];
    private NetworkGraph? graph;
    private GraphPlan? plan;

    /// <summary>A model from inputs to outputs.</summary>
    /// <param name="inputs">Symbolic tensors: one, <c>[a, b]</c>, or <c>new() { ["a"] = a }</c>.</param>
    /// <param name="outputs">What layers made of them, in the same forms.</param>
    /// <param name="name">The model's name; <c>model</c>, <c>model_1</c>, … if not given.</param>
    /// <param name="trainable">Whether training changes its weights.</param>
    /// <exception cref="ValueError">The outputs do not come from the inputs, or two layers have one name; in Keras's words.</exception>
    public Functional(Nest<Tensor> inputs, Nest<Tensor> outputs, string? name = null, bool trainable = true)
        : base(name ?? NameRegistry.Next("Model"))
    {
        Connect(GraphInputs.Checked(inputs), GraphInputs.CheckedOutputs(outputs));
        if (!trainable)
        {
            this.trainable = false;
        }
    }

    /// <summary>A model whose graph a derived class makes later (<see cref="Sequential"/>).</summary>
    private protected Functional(string? name)
        : base(name)
    {
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Layer> layers => graph?.Layers ?? [];

    /// <summary>The symbolic inputs, flat.</summary>
    public List<Tensor> inputs => NestedInputs is null ? [] : [.. flatInputs];

    /// <summary>The symbolic outputs, flat.</summary>
    public List<Tensor> outputs => NestedOutputs?.flatten() ?? [];

    /// <inheritdoc/>
    public override Tensor input => Tensors.Of(RequireGraph(NestedInputs, "input"));

    /// <inheritdoc/>
    public override Tensor output => Tensors.Of(RequireGraph(NestedOutputs, "output"));

    /// <summary>The names of the inputs: of their layers.</summary>
    public virtual IReadOnlyList<string> input_names => [.. inputs.Select(x => ((KerasTensor)x).Layer.name)];

    /// <summary>The names of the outputs: of their layers; a name that comes again is numbered, <c>d</c>, <c>d_1</c>.</summary>
    public override IReadOnlyList<string> output_names => GraphInputs.Unique(outputs.Select(y => ((KerasTensor)y).Layer.name));

    /// <inheritdoc/>
    public override Nest<TensorShape>? input_shapes => NestedInputs?.map(x => x.shape);

    /// <inheritdoc/>
    public override Nest<TensorShape>? output_shapes => NestedOutputs?.map(y => y.shape);

    /// <summary>The graph; null before there is one.</summary>
    internal NetworkGraph? Graph
    {
        get
        {
            EnsureGraph();
            return graph;
        }
    }

    internal Nest<Tensor>? NestedInputs
    {
        get
        {
            EnsureGraph();
            return nestedInputs;
        }
    }

    internal Nest<Tensor>? NestedOutputs
    {
        get
        {
            EnsureGraph();
            return nestedOutputs;
        }
    }

    internal override bool KnowsShapes => true;

    internal override bool Autocasts => false;

    internal override IReadOnlyList<Layer> SubLayers => [.. layers, .. base.SubLayers.Except(layers)];

    private protected override IEnumerable<object> Parts => layers.Concat(Tracked.LayersAndMetrics.Except(layers));

    /// <summary>Runs the graph on values.</summary>
    public override Tensor call(Nest<Tensor> inputs, in CallArguments args)
    {
        var values = GraphInputs.Match(this, flatInputs, inputs);
        return plan!.Run(args.mask is { } masks ? [.. values.Zip(masks.flatten(), WithMask)] : values);
    }

    /// <summary>Does nothing: the layers of a graph have their weights.</summary>
    public override void build(TensorShape input_shape)
    {
    }

    /// <inheritdoc cref="build(TensorShape)"/>
    public override void build(Nest<TensorShape> input_shape)
    {
        ArgumentNullException.ThrowIfNull(input_shape);
        if (input_shape.IsLeaf)
        {
            build(input_shape.Value);
        }
    }

    /// <inheritdoc/>
    public override Nest<TensorShape> compute_output_shape(Nest<TensorShape> input_shape)
    {
        ArgumentNullException.ThrowIfNull(input_shape);
        using var frame = new CallFrame(EngineState.Current, name, null);
        var symbols = input_shape.flatten().Zip(flatInputs, (shape, reference) => (Tensor)new KerasTensor(new OutputSpec(reference.dtype, shape.ToDims())));
        return plan!.Run([.. symbols]).Nest.map(y => y.shape);
    }

    /// <inheritdoc/>
    public override TensorShape compute_output_shape(TensorShape input_shape) => compute_output_shape((Nest<TensorShape>)input_shape).Value;

    /// <summary>The name, the layers with their calls, inputs and outputs.</summary>
    public override Config get_config() => GraphConfig.Write(this);

    /// <summary>The model of a configuration that <see cref="get_config"/> made, with weights of its own.</summary>
    /// <exception cref="ValueError">A class is unknown, or the graph does not hang together.</exception>
    public static Functional from_config(Config config) => GraphConfig.Read(config);

    /// <summary>Adds a penalty: of a symbolic tensor of the model it becomes a part of the graph, computed with each call.</summary>
    /// <inheritdoc/>
    /// <exception cref="ValueError">The tensor does not come from the model's inputs, in Keras's words.</exception>
    public override void add_loss(Tensor losses)
    {
        if (losses is KerasTensor { Source: not null } symbolic)
        {
            Append(symbolic, new AddLoss());
        }
        else
        {
            base.add_loss(losses);
        }
    }

    /// <summary>Shows a value in the logs: of a symbolic tensor of the model it is computed with each call.</summary>
    /// <inheritdoc/>
    public override void add_metric(Tensor value, string? name = null, string? aggregation = null)
    {
        if (value is KerasTensor { Source: not null } symbolic && name is not null)
        {
            Append(symbolic, new AddMetric("mean", name));
        }
        else
        {
            base.add_metric(value, name);
        }
    }

    /// <summary>Adds layers that no output needs, with all their calls.</summary>
    internal void Insert(IReadOnlyList<Layer> ancillary, IReadOnlyList<Node> nodes)
    {
        graph!.Insert(ancillary, nodes);
        plan = new GraphPlan(graph, flatInputs, nestedOutputs!);
        Retrack();
    }

    /// <summary>Makes the graph between these tensors.</summary>
    private protected void Connect(Nest<Tensor> inputs, Nest<Tensor> outputs)
    {
        (nestedInputs, nestedOutputs) = GraphCopy.FromInputs(inputs, outputs);
        flatInputs = [.. nestedInputs.flatten().Cast<KerasTensor>()];
        var flatOutputs = nestedOutputs.flatten().Cast<KerasTensor>().ToArray();
        graph = new NetworkGraph(flatInputs, flatOutputs);
        plan = new GraphPlan(graph, flatInputs, nestedOutputs);
        built = true;
        RememberShapes(nestedInputs.map(x => x.shape));
    }

    /// <summary>Makes the graph if it is not there yet: a stack of layers puts it off until somebody asks.</summary>
    private protected virtual void EnsureGraph()
    {
    }

    /// <summary>Gives the graph up, for a new one.</summary>
    private protected void Disconnect()
    {
        (nestedInputs, nestedOutputs, flatInputs, graph, plan) = (null, null, [], null, null);
        built = false;
    }

    private protected override void CheckInputs(Nest<Tensor> inputs) => GraphInputs.Check(this, flatInputs, inputs);

    internal override Tensor InferOutputs(Nest<Tensor> inputs, in CallArguments args) => call(inputs, args);

    // A mask that was handed over is the call's, not the tensor's.
    private static Tensor WithMask(Tensor value, Tensor? mask)
    {
        if (ReferenceEquals(value.Mask, mask))
        {
            return value;
        }

        var masked = keras.ops.copy(value);
        masked.Mask = mask;
        return masked;
    }

    private void Append(KerasTensor tensor, Layer layer)
    {
        RequireGraph(NestedInputs, "input");
        var between = new NetworkGraph(flatInputs, [tensor]);
        layer.apply(tensor);
        Insert([.. between.Layers, layer], [.. between.NodesByDepth.SelectMany(nodes => nodes), layer.InboundNodes[^1]]);
    }

    private Nest<Tensor> RequireGraph(Nest<Tensor>? nest, string what) => nest
        ?? throw new AttributeError($"Layer {name} is not connected, no {what} to return.");
}

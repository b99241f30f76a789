using KerasSharp.Engine;

namespace KerasSharp.Layers;

// Symbolic calls: the nodes that a layer is part of, and the shapes of its outputs.
public abstract partial class Layer
{
    private readonly List<Node> inboundNodes = [];

    /// <summary>The calls of this layer on symbolic tensors.</summary>
    internal IReadOnlyList<Node> InboundNodes => inboundNodes;

    /// <summary>Keras's name of the class, which files and tables hold.</summary>
    internal virtual string ClassName => GetType().Name;

    /// <summary>Whether values of another float type are converted to the layer's own.</summary>
    internal virtual bool Autocasts => true;

    /// <summary>The symbolic input of the layer's first call.</summary>
    /// <exception cref="AttributeError">The layer was called on no symbolic tensor.</exception>
    public virtual Tensor input => inboundNodes.Count > 0 ? InputOf(inboundNodes[0])
        : throw new AttributeError($"Layer {name} is not connected, no input to return.");

    /// <summary>The symbolic output of the layer's first call: <c>Model(model.input, model.get_layer("c").output)</c> extracts features.</summary>
    /// <exception cref="AttributeError">The layer was called on no symbolic tensor.</exception>
    public virtual Tensor output => inboundNodes.Count > 0 ? Tensors.Of(inboundNodes[0].Outputs)
        : throw new AttributeError($"Layer {name} has no inbound nodes.");

    /// <summary>The symbolic input of one of several calls.</summary>
    /// <exception cref="ValueError">There is no such call.</exception>
    public Tensor get_input_at(int node_index) => InputOf(At(node_index, "input"));

    /// <summary>The symbolic output of one of several calls.</summary>
    /// <exception cref="ValueError">There is no such call.</exception>
    public Tensor get_output_at(int node_index) => Tensors.Of(At(node_index, "output").Outputs);

    /// <summary>The input shapes of one of several calls.</summary>
    /// <exception cref="ValueError">There is no such call.</exception>
    public Nest<TensorShape>? get_input_shape_at(int node_index) => At(node_index, "input shape").InputShapes;

    /// <summary>The output shapes of one of several calls.</summary>
    /// <exception cref="ValueError">There is no such call.</exception>
    public Nest<TensorShape> get_output_shape_at(int node_index) => At(node_index, "output shape").Outputs.map(y => y.shape);

    /// <summary>The output shapes for input shapes, for layers with several inputs or outputs.</summary>
    /// <exception cref="NotImplementedError">The class does not say.</exception>
    public virtual Nest<TensorShape> compute_output_shape(Nest<TensorShape> input_shape)
    {
        ArgumentNullException.ThrowIfNull(input_shape);
        return input_shape.IsLeaf ? compute_output_shape(input_shape.Value)
            : throw new NotImplementedError($"{GetType().Name} does not say what it makes of several shapes: override compute_output_shape(Nest<TensorShape>).");
    }

    /// <summary>Notes a node that something else than a call makes: an input's.</summary>
    internal Node AddNode(object? first, OrderedDictionary<string, object?> keywords, Nest<Tensor> outputs)
    {
        var node = new Node(this, first, keywords, outputs);
        inboundNodes.Add(node);
        return node;
    }

    /// <summary>Forgets calls of a graph that is given up.</summary>
    internal void RemoveNodes(HashSet<Node> nodes) => inboundNodes.RemoveAll(nodes.Contains);

    /// <summary>A call on symbolic tensors, outside of all other calls: a new node.</summary>
    private Tensor Connect(Tensor inputs, in CallArguments args)
    {
        var outputs = Invoke(inputs, args);
        var fresh = outputs.Nest.map(y => (Tensor)new KerasTensor(new OutputSpec(y.dtype, y.DimsArray)) { Mask = y.Mask });
        AddNode(inputs.Nest, args.ToKeywords(), fresh);
        return Tensors.Of(fresh);
    }

    /// <summary>The symbolic outputs: by the class's rule of shapes if it has one, else by running its <c>call</c> on symbolic tensors.</summary>
    internal virtual Tensor InferOutputs(Nest<Tensor> inputs, in CallArguments args)
    {
        if (inputs.IsLeaf ? Overrides(nameof(compute_output_shape), typeof(TensorShape)) || Overrides(nameof(compute_output_shape), typeof(Nest<TensorShape>))
            : Overrides(nameof(compute_output_shape), typeof(Nest<TensorShape>)))
        {
            var type = InferDType(inputs.flatten()[0].dtype);
            return Tensors.Of(compute_output_shape(inputs.map(x => x.shape)).map(shape => (Tensor)new KerasTensor(new OutputSpec(type, shape.ToDims()))));
        }

        return call(inputs, args);
    }

    /// <summary>The output's type for an input's: integers stay what they are only where no weight is involved.</summary>
    private protected virtual DType InferDType(DType input) => input.IsFloating() || ownWeights.Count > 0 ? DType.Float32 : input;

    private static Tensor InputOf(Node node) => node.First switch
    {
        Nest<Tensor> inputs => Tensors.Of(inputs),
        Tensor tensor => tensor,
        _ => Tensors.Of(node.Outputs),
    };

    private Node At(int index, string what) => inboundNodes.Count == 0
        ? throw new RuntimeError($"The layer has never been called and thus has no defined {what}.")
        : index >= 0 && index < inboundNodes.Count ? inboundNodes[index]
        : throw new ValueError($"Asked to get {what} at node {index}, but the layer has only {inboundNodes.Count} inbound nodes.");
}

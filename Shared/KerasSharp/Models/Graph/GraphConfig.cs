using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.Saving;

namespace KerasSharp.Models.Graph;

/// <summary>A functional model's configuration, as Keras 2.15 writes it: layers with their calls, each input by layer, call and output.</summary>
internal static class GraphConfig
{
    private const string Constant = "_CONSTANT_VALUE";

    /// <summary>The configuration of a model.</summary>
    public static Config Write(Functional model)
    {
        var graph = model.Graph!;
        var numbers = Numbers(graph);
        var layers = graph.Layers.Select(layer =>
        {
            var description = Describe(layer);
            description["name"] = layer.name;
            description["inbound_nodes"] = layer.InboundNodes.Where(node => graph.Nodes.Contains(node) && !node.IsInput)
                .Select(node => WriteNode(node, numbers)).ToList<object?>();
            return (object?)description;
        }).ToList();
        return new Config
        {
            ["name"] = model.name,
            ["trainable"] = model.trainable,
            ["layers"] = layers,
            ["input_layers"] = Ends(model.NestedInputs!, numbers),
            ["output_layers"] = Ends(model.NestedOutputs!, numbers),
        };
    }

    /// <summary>The model of a configuration.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="create">Makes the model, of a class of the user's own for instance, from its inputs, outputs and name; <c>keras.Model</c> if not given.</param>
    /// <exception cref="ValueError">A class is unknown, or the graph does not hang together.</exception>
    public static Functional Read(Config config, Func<Nest<Tensor>, Nest<Tensor>, string?, Functional>? create = null)
    {
        ArgumentNullException.ThrowIfNull(config);
        return new GraphReader(config).Model(create);
    }

    /// <summary>Whether a model's calls count from 1 in the configuration around it: its own making is its call 0.</summary>
    public static bool HasOwnMaking(Layer layer) => layer is Functional { Graph: not null };

    /// <summary>An InputLayer's or another layer's class, configuration and the shape that it was built for.</summary>
    public static Config Describe(Layer layer)
    {
        var description = ObjectRegistry.Serialize(layer)!;
        if (layer is OpLambda lambda)
        {
            (description["module"], description["class_name"], description["registered_name"]) = ("keras.src.layers.core.tf_op_layer", lambda.ClassName, lambda.ClassName);
        }
        else if (layer is AddLoss or AddMetric)
        {
            (description["module"], description["registered_name"]) = ("keras.src.engine.base_layer", layer.GetType().Name);
        }
        else if (layer is Functional and not Sequential && layer.GetType() == typeof(Functional))
        {
            (description["module"], description["registered_name"]) = ("keras.src.engine.functional", "Functional");
        }

        if (layer is not InputLayer && layer.built && Shapes(layer) is { } shapes)
        {
            description["build_config"] = new Config { ["input_shape"] = shapes };
        }

        return description;
    }

    private static object? Shapes(Layer layer) => layer.BuildShapes is not { } shapes ? null : ToConfig(shapes.map(s => (object?)s));

    private static Dictionary<Node, int> Numbers(NetworkGraph graph)
    {
        var numbers = new Dictionary<Node, int>(ReferenceEqualityComparer.Instance);
        foreach (var layer in graph.Layers)
        {
            var next = HasOwnMaking(layer) ? 1 : 0;
            foreach (var node in layer.InboundNodes.Where(graph.Nodes.Contains))
            {
                numbers[node] = next++;
            }
        }

        return numbers;
    }

    private static object Ends(Nest<Tensor> nest, Dictionary<Node, int> numbers)
    {
        var ends = nest.map(x => (object?)Place((KerasTensor)x, numbers));
        return nest.IsLeaf ? new List<object?> { ends.Value } : ToConfig(ends)!;
    }

    private static object WriteNode(Node node, Dictionary<Node, int> numbers)
    {
        var keywords = new Config();
        foreach (var (name, value) in node.Keywords)
        {
            keywords[name] = Value(value, numbers);
        }

        var first = First(node.First, keywords, numbers);
        return node.Layer is not OpLambda && node.First is Nest<Tensor> { IsLeaf: true } ? new List<object?> { first } : first!;
    }

    private static object? First(object? first, Config keywords, Dictionary<Node, int> numbers) => first switch
    {
        Tensors several => First(several.Nest, keywords, numbers),
        Nest<Tensor> nest => ToConfig(nest.map(x => (object?)FirstTensor(x, keywords, numbers))),
        Tensor tensor => FirstTensor(tensor, keywords, numbers),
        IReadOnlyList<object?> list => list.Select(item => First(item, keywords, numbers)).ToList(),
        _ => new List<object?> { Constant, -1, Value(first, numbers), keywords },
    };

    private static List<object?> FirstTensor(Tensor tensor, Config keywords, Dictionary<Node, int> numbers)
        => tensor is KerasTensor { Source: not null } symbolic ? [.. Place(symbolic, numbers), keywords]
            : new List<object?> { Constant, -1, Value(tensor, numbers), keywords };

    private static List<object?> Place(KerasTensor tensor, Dictionary<Node, int> numbers)
        => [tensor.Layer.name, numbers.GetValueOrDefault(tensor.Node), tensor.TensorIndex];

    private static object? Value(object? value, Dictionary<Node, int> numbers) => value switch
    {
        KerasTensor { Source: not null } symbolic => Place(symbolic, numbers),
        Tensors several => Value(several.Nest, numbers),
        Tensor { Variable: { } variable } => throw NoJson(variable),
        Tensor tensor => Python.ArrayLists.Of(tensor.numpy()),
        Nest<Tensor> nest => ToConfig(nest.map(x => Value(x, numbers))),
        IntTuple tuple => tuple.ToConfig(),
        DType dtype => dtype.Name(),
        int[] numbersList => numbersList.Cast<object?>().ToList(),
        IReadOnlyList<object?> list => list.Select(item => Value(item, numbers)).ToList(),
        Config entries => Entries(entries, numbers),
        _ => value,
    };

    private static ValueError NoJson(Variable variable) => new(
        $"Unable to serialize VariableSpec(shape={variable.shape}, dtype=tf.{variable.dtype.Name()}, trainable={Python.PythonFormat.Repr(variable.trainable)}, alias_id=None) to JSON, "
        + "because the TypeSpec class <class 'tensorflow.python.ops.resource_variable_ops.VariableSpec'> has not been registered.");

    // The bounds of a slice may be tensors: x[:, :n].
    private static Config Entries(Config entries, Dictionary<Node, int> numbers)
    {
        var written = new Config();
        foreach (var (key, value) in entries)
        {
            written[key] = Value(value, numbers);
        }

        return written;
    }

    private static object? ToConfig(Nest<object?> nest)
    {
        if (nest.IsLeaf)
        {
            return nest.Value;
        }

        if (!nest.IsDictionary)
        {
            return nest.Items.Select(ToConfig).ToList();
        }

        var config = new Config();
        foreach (var key in nest.Keys)
        {
            config[key] = ToConfig(nest[key]);
        }

        return config;
    }
}

using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.Saving;

namespace KerasSharp.Models.Graph;

/// <summary>Builds a functional model of its configuration: makes the layers, then their calls, each as soon as its inputs are there.</summary>
internal sealed class GraphReader
{
    private const string Constant = "_CONSTANT_VALUE";

    private readonly Config config;
    private readonly IReadOnlyDictionary<string, Layer> made;
    private readonly OrderedDictionary<string, Layer> layers = [];
    private readonly List<Node> newNodes = [];
    private readonly Dictionary<(string Layer, int Number), Node> nodes = [];
    private readonly Dictionary<string, int> counts = [];

    /// <summary>A reader of <c>{"name", "layers", "input_layers", "output_layers"}</c>.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="made">Layers that are there already, by the names that the configuration has for them; none if not given.</param>
    public GraphReader(Config config, IReadOnlyDictionary<string, Layer>? made = null)
        => (this.config, this.made) = (config, made ?? new Dictionary<string, Layer>());

    /// <summary>The model.</summary>
    /// <param name="create">Makes it from its inputs, outputs and name; <c>keras.Model</c> if not given.</param>
    /// <exception cref="ValueError">A class is unknown, or a call needs what is not there.</exception>
    public Functional Model(Func<Nest<Tensor>, Nest<Tensor>, string?, Functional>? create = null)
    {
        create ??= (inputs, outputs, name) => new Functional(inputs, outputs, name);
        var waiting = new List<(string Name, object? Node)>();
        foreach (var item in List(config, "layers"))
        {
            var entry = item as Config ?? throw new ValueError($"The configuration of a functional model lists layers as objects. Received: {item ?? "None"}");
            var name = MakeLayer(entry);
            foreach (var node in entry.GetValueOrDefault("inbound_nodes") as IReadOnlyList<object?> ?? [])
            {
                waiting.Add((name, node));
            }
        }

        while (waiting.Count > 0)
        {
            var left = waiting.Where(call => !TryCall(call.Name, call.Node)).ToList();
            if (left.Count == waiting.Count)
            {
                throw new ValueError($"The layer \"{left[0].Name}\" of the configuration is called on what no layer makes: {Saving.Json.PythonJson.dumps(new Config { ["node"] = left[0].Node })}");
            }

            waiting = left;
        }

        var model = create(Ends("input_layers"), Ends("output_layers"), config.GetValueOrDefault("name") as string);
        // What no output needs, add_loss for instance.
        var others = layers.Values.Except(model.layers).ToArray();
        if (others.Length > 0)
        {
            model.Insert(others, newNodes);
        }

        if (config.GetValueOrDefault("trainable") is false)
        {
            model.trainable = false;
        }

        return model;
    }

    private string MakeLayer(Config entry)
    {
        var given = entry.GetValueOrDefault("name") as string;
        var layer = given is not null && made.TryGetValue(given, out var known) ? known : (Layer)ObjectRegistry.Deserialize(entry, "layers");
        var name = given ?? layer.name;
        layers[name] = layer;
        counts[name] = GraphConfig.HasOwnMaking(layer) ? 1 : 0;
        foreach (var node in layer.InboundNodes)
        {
            if (node.IsInput)
            {
                nodes[(name, counts[name]++)] = node;
            }
        }

        return name;
    }

    // One call: a list of inputs [layer, call, output, {arguments}], or one of them, or a dictionary.
    private bool TryCall(string name, object? data)
    {
        var layer = layers[name];
        var keywords = new OrderedDictionary<string, object?>();
        if (!TryRead(data, keywords, out var first))
        {
            return false;
        }

        if (layer is not OpLambda && first is IReadOnlyList<object?> { Count: 1 } single)
        {
            first = single[0];
        }

        var before = layer.InboundNodes.Count;
        if (layer is OpLambda lambda)
        {
            lambda.Connect(first, keywords);
        }
        else
        {
            var arguments = CallArguments.Of(keywords);
            layer.apply(
                Tensors.Of(ToNest(first)), arguments.training, arguments.mask is null ? null : Tensors.Of(arguments.mask),
                arguments.initial_state is null ? null : Tensors.Of(arguments.initial_state), arguments.others);
        }

        if (layer.InboundNodes.Count > before)
        {
            nodes[(name, counts[name]++)] = layer.InboundNodes[^1];
            newNodes.Add(layer.InboundNodes[^1]);
        }

        return true;
    }

    private bool TryRead(object? data, OrderedDictionary<string, object?> keywords, out object? value)
    {
        value = null;
        switch (data)
        {
            case IReadOnlyList<object?> { Count: 3 or 4 } place when place[0] is string name && place[1] is int or long:
                if (place.Count == 4 && place[3] is Config arguments && !TryKeywords(arguments, keywords))
                {
                    return false;
                }

                if (name == Constant)
                {
                    value = place[2] is IReadOnlyList<object?> ? Constants.Of(place[2]) : place[2];
                    return true;
                }

                return TryFind(place, out value);
            case IReadOnlyList<object?> list:
                var items = new object?[list.Count];
                for (var i = 0; i < items.Length; i++)
                {
                    if (!TryRead(list[i], keywords, out items[i]))
                    {
                        return false;
                    }
                }

                value = items;
                return true;
            case Config dictionary:
                var entries = new List<KeyValuePair<string, Nest<Tensor>>>();
                foreach (var (key, item) in dictionary)
                {
                    if (!TryRead(item, keywords, out var entry))
                    {
                        return false;
                    }

                    entries.Add(KeyValuePair.Create(key, ToNest(entry)));
                }

                value = Nest.Dictionary(entries);
                return true;
            default:
                throw new ValueError($"A call in the configuration of a functional model is a list [layer, call, output, arguments]. Received: {data ?? "None"}");
        }
    }

    private bool TryKeywords(Config arguments, OrderedDictionary<string, object?> keywords)
    {
        foreach (var (name, value) in arguments)
        {
            if (!TryArgument(value, out var read))
            {
                return false;
            }

            keywords[name] = read;
        }

        return true;
    }

    // An argument is a value, or the place of a tensor if its first entry names a layer of this model.
    private bool TryArgument(object? data, out object? value)
    {
        value = data;
        if (data is IReadOnlyList<object?> { Count: 3 } place && place[0] is string name && layers.ContainsKey(name) && place[1] is int or long)
        {
            return TryFind(place, out value);
        }

        if (data is IReadOnlyList<object?> list)
        {
            var items = new object?[list.Count];
            for (var i = 0; i < items.Length; i++)
            {
                if (!TryArgument(list[i], out items[i]))
                {
                    return false;
                }
            }

            value = items.Length > 0 && Array.TrueForAll(items, item => item is Tensor) ? Nest.List(items.Select(item => ((Tensor)item!).Nest)) : items;
        }

        if (data is Config entries)
        {
            var read = new Config();
            value = read;
            foreach (var (key, item) in entries)
            {
                if (!TryArgument(item, out var entry))
                {
                    return false;
                }

                read[key] = entry;
            }
        }

        return true;
    }

    private bool TryFind(IReadOnlyList<object?> place, out object? value)
    {
        var (name, number, index) = ((string)place[0]!, Convert.ToInt32(place[1]), Convert.ToInt32(place[2]));
        if (!layers.TryGetValue(name, out var layer))
        {
            throw new ValueError($"The configuration of a functional model names a layer that it does not hold: '{name}'.");
        }

        value = null;
        if (!nodes.TryGetValue((name, layer is InputLayer ? 0 : number), out var node))
        {
            return false;
        }

        var outputs = node.Outputs.flatten();
        value = index >= 0 && index < outputs.Count ? outputs[index]
            : throw new ValueError($"The layer \"{name}\" has {outputs.Count} outputs. The configuration asks for number {index}.");
        return true;
    }

    private Nest<Tensor> Ends(string key)
    {
        var data = config.GetValueOrDefault(key);
        var keywords = new OrderedDictionary<string, object?>();
        if (data is null || !TryRead(data, keywords, out var value))
        {
            throw new ValueError($"The entry '{key}' of the configuration of a functional model names what no layer makes.");
        }

        return data is IReadOnlyList<object?> && value is IReadOnlyList<object?> { Count: 1 } single ? ToNest(single[0]) : ToNest(value);
    }

    private static Nest<Tensor> ToNest(object? value) => value switch
    {
        Nest<Tensor> nest => nest,
        Tensor tensor => tensor.Nest,
        IReadOnlyList<object?> list => Nest.List(list.Select(ToNest)),
        _ => Constants.Of(value),
    };

    private static IReadOnlyList<object?> List(Config config, string key) => config.GetValueOrDefault(key) as IReadOnlyList<object?>
        ?? throw new ValueError($"The configuration of a functional model has an entry '{key}'. Received: {string.Join(", ", config.Keys)}");
}

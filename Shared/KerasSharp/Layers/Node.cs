using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>One call of a layer on symbolic tensors: what it was called with and what it gave. A model's graph is made of nodes.</summary>
internal sealed class Node : TensorSource
{
    /// <summary>Notes a call, and tells the outputs that they come from it.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="first">The first argument: a nest of tensors, or for an op layer any value.</param>
    /// <param name="keywords">The other arguments by name.</param>
    /// <param name="outputs">The symbolic outputs.</param>
    public Node(Layer layer, object? first, OrderedDictionary<string, object?> keywords, Nest<Tensor> outputs)
    {
        (Layer, First, Keywords, Outputs) = (layer, first, keywords, outputs);
        var inputs = new List<KerasTensor>();
        Visit(first, inputs);
        foreach (var value in keywords.Values)
        {
            Visit(value, inputs);
        }

        Inputs = inputs;
        foreach (var (i, output) in outputs.flatten().Index())
        {
            var tensor = (KerasTensor)output;
            (tensor.Source, tensor.TensorIndex) = (this, i);
        }
    }

    /// <summary>The layer that was called.</summary>
    public Layer Layer { get; }

    /// <summary>The first argument.</summary>
    public object? First { get; }

    /// <summary>The other arguments by name.</summary>
    public OrderedDictionary<string, object?> Keywords { get; }

    /// <summary>The outputs.</summary>
    public Nest<Tensor> Outputs { get; }

    /// <summary>All symbolic tensors among the arguments, in order.</summary>
    public IReadOnlyList<KerasTensor> Inputs { get; }

    /// <summary>The shapes of the first argument's tensors; null if it holds none.</summary>
    public Nest<TensorShape>? InputShapes => First switch
    {
        Nest<Tensor> nest => nest.map(x => x.shape),
        Tensor tensor => tensor.Nest.map(x => x.shape),
        null when Layer is InputLayer => Outputs.map(x => x.shape),
        _ => null,
    };

    /// <summary>Whether it is a model's input.</summary>
    public bool IsInput => First is null && Layer is InputLayer;

    /// <summary>The calls that make the inputs.</summary>
    public IEnumerable<Node> Parents => Inputs.Select(tensor => tensor.Node);

    /// <inheritdoc/>
    public override string SourceName => Layer.name;

    /// <summary>A value with each tensor in it replaced: tensors, nests, lists and dictionaries at any depth; all else stays.</summary>
    public static object? Map(object? value, Func<Tensor, object?> replace) => value switch
    {
        Tensors several => Map(several.Nest, replace),
        Tensor tensor => replace(tensor),
        Nest<Tensor> nest => MapNest(nest, replace),
        IReadOnlyList<object?> list => list.Select(item => Map(item, replace)).ToArray(),
        Config entries => MapEntries(entries, replace),
        _ => value,
    };

    private static Config MapEntries(Config entries, Func<Tensor, object?> replace)
    {
        var mapped = new Config();
        foreach (var (key, item) in entries)
        {
            mapped[key] = Map(item, replace);
        }

        return mapped;
    }

    private static object MapNest(Nest<Tensor> nest, Func<Tensor, object?> replace)
    {
        var values = nest.map(tensor => tensor is null ? null : replace(tensor));
        // As objects: a nest of tensors would convert to one leaf of a nest of objects.
        return values.flatten().TrueForAll(value => value is null or Tensor) ? (object)values.map(value => (Tensor)value!) : values;
    }

    private static void Visit(object? value, List<KerasTensor> found)
    {
        switch (value)
        {
            case Tensors several:
                Visit(several.Nest, found);
                break;
            case KerasTensor { Source: not null } symbolic:
                found.Add(symbolic);
                break;
            case Nest<Tensor> nest:
                nest.flatten().ForEach(tensor => Visit(tensor, found));
                break;
            case IReadOnlyList<object?> list:
                foreach (var item in list)
                {
                    Visit(item, found);
                }

                break;
            case Config entries:
                foreach (var item in entries.Values)
                {
                    Visit(item, found);
                }

                break;
        }
    }
}

/// <summary>The call behind a symbolic tensor of a model.</summary>
internal static class KerasTensorNodes
{
    extension(KerasTensor tensor)
    {
        /// <summary>The call that makes it.</summary>
        public Node Node => (Node)tensor.Source!;

        /// <summary>The layer that makes it.</summary>
        public Layer Layer => tensor.Node.Layer;
    }
}

using System.Runtime.CompilerServices;
using KerasSharp.Engine;
using KerasSharp.Layers;

namespace KerasSharp.Models.Graph;

/// <summary>
/// The calls that lead from a model's inputs to its outputs, in the order in which they can be computed: by their depth, which is the longest
/// way to an output. Order and messages are those of Keras (<c>_map_graph_network</c>).
/// </summary>
internal sealed class NetworkGraph
{
    private readonly List<Node> found = [];
    private readonly Dictionary<Layer, int> layerIndices = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Node> finished = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Node> inProgress = new(ReferenceEqualityComparer.Instance);

    /// <summary>The graph between these tensors.</summary>
    /// <exception cref="ValueError">An input is missing, or two layers have one name; in Keras's words.</exception>
    public NetworkGraph(IReadOnlyList<KerasTensor> inputs, IReadOnlyList<KerasTensor> outputs)
    {
        foreach (var output in outputs)
        {
            Visit(output);
        }

        var (nodeDepths, layerDepths) = Depths(inputs);
        NodesByDepth = Levels(nodeDepths);
        Layers = [.. layerDepths.OrderByDescending(pair => pair.Value).ThenBy(pair => layerIndices[pair.Key]).Select(pair => pair.Key)];
        Nodes = new(nodeDepths.Keys, ReferenceEqualityComparer.Instance);
        RequireConnected(inputs);
        RequireUniqueNames();
    }

    /// <summary>All layers, inputs included, in Keras's order.</summary>
    public IReadOnlyList<Layer> Layers { get; private set; }

    /// <summary>The calls, the deepest first.</summary>
    public IReadOnlyList<IReadOnlyList<Node>> NodesByDepth { get; private set; }

    /// <summary>All calls of the model: a layer may have others, in other models.</summary>
    public HashSet<Node> Nodes { get; }

    /// <summary>Whether each call has one input and is the only one at its depth, and no layer is called twice: a stack of layers.</summary>
    public bool IsStack => NodesByDepth.All(nodes => nodes.Count == 1 && nodes[0].Inputs.Count <= 1)
        && Layers.All(layer => layer.InboundNodes.Count(Nodes.Contains) <= 1);

    /// <summary>Adds calls that no output needs, those of <c>add_loss</c> for instance: each goes one step behind its inputs.</summary>
    /// <param name="layers">The layers that may be new, in order.</param>
    /// <param name="nodes">Their calls and those between.</param>
    /// <exception cref="ValueError">A call needs what does not belong to the model.</exception>
    public void Insert(IReadOnlyList<Layer> layers, IReadOnlyList<Node> nodes)
    {
        var depths = new OrderedDictionary<Node, int>(ReferenceEqualityComparer.Instance);
        foreach (var (i, level) in NodesByDepth.Index())
        {
            foreach (var node in level)
            {
                depths[node] = NodesByDepth.Count - 1 - i;
            }
        }

        // Depths of the graph count from 0 at the outputs; new calls lie below.
        var waiting = nodes.Where(node => !depths.ContainsKey(node)).ToList();
        while (waiting.Count > 0)
        {
            var ready = waiting.Find(node => node.Parents.All(depths.ContainsKey)) ?? throw new ValueError("Layers could not be added due to missing dependencies.");
            depths[ready] = ready.Parents.Select(parent => depths[parent]).Append(0).Min() - 1;
            waiting.Remove(ready);
        }

        NodesByDepth = Levels(depths);
        Nodes.UnionWith(nodes);
        Layers = [.. Layers, .. layers.Except(Layers)];
    }

    private static List<IReadOnlyList<Node>> Levels(OrderedDictionary<Node, int> depths) => [.. depths.GroupBy(pair => pair.Value)
        .OrderByDescending(group => group.Key).Select(group => (IReadOnlyList<Node>)[.. group.Select(pair => pair.Key)])];

    private void Visit(KerasTensor tensor)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var node = tensor.Node;
        if (finished.Contains(node))
        {
            return;
        }

        if (!inProgress.Add(node))
        {
            throw new ValueError($"Tensor {tensor} from layer \"{node.Layer.name}\" is part of a cycle.");
        }

        layerIndices.TryAdd(node.Layer, layerIndices.Count);
        if (!node.IsInput)
        {
            foreach (var input in node.Inputs)
            {
                Visit(input);
            }
        }

        finished.Add(node);
        inProgress.Remove(node);
        found.Add(node);
    }

    private (OrderedDictionary<Node, int> Nodes, OrderedDictionary<Layer, int> Layers) Depths(IReadOnlyList<KerasTensor> inputs)
    {
        var nodes = new OrderedDictionary<Node, int>(ReferenceEqualityComparer.Instance);
        var layers = new OrderedDictionary<Layer, int>(ReferenceEqualityComparer.Instance);
        foreach (var node in Enumerable.Reverse(found))
        {
            var depth = Math.Max(nodes.GetValueOrDefault(node), layers.GetValueOrDefault(node.Layer));
            layers[node.Layer] = depth;
            nodes[node] = depth;
            foreach (var parent in node.Parents)
            {
                nodes[parent] = Math.Max(depth + 1, nodes.GetValueOrDefault(parent));
            }
        }

        // Inputs that no output needs belong to the model all the same.
        foreach (var input in inputs)
        {
            if (layers.TryAdd(input.Layer, 0))
            {
                layerIndices[input.Layer] = -1;
                nodes[input.Node] = 0;
            }
        }

        return (nodes, layers);
    }

    private void RequireConnected(IReadOnlyList<KerasTensor> inputs)
    {
        var computable = new HashSet<Tensor>(inputs, ReferenceEqualityComparer.Instance);
        var complete = new List<string>();
        foreach (var node in NodesByDepth.SelectMany(nodes => nodes).Where(node => !node.IsInput))
        {
            foreach (var input in node.Inputs)
            {
                if (!computable.Contains(input))
                {
                    throw new ValueError($"Graph disconnected: cannot obtain value for tensor {input.Describe()} at layer \"{node.Layer.name}\". "
                        + $"The following previous layers were accessed without issue: [{string.Join(", ", complete.Select(name => $"'{name}'"))}]");
                }
            }

            computable.UnionWith(node.Outputs.flatten());
            complete.Add(node.Layer.name);
        }
    }

    private void RequireUniqueNames()
    {
        foreach (var group in Layers.GroupBy(layer => layer.name))
        {
            if (group.Count() > 1)
            {
                throw new ValueError($"The name \"{group.Key}\" is used {group.Count()} times in the model. All layer names should be unique.");
            }
        }
    }
}

using KerasSharp.Engine;
using KerasSharp.Layers;

namespace KerasSharp.Models.Graph;

/// <summary>
/// The calls of a model as a list of steps over numbered values, made once: computing the model walks down the list.
/// </summary>
internal sealed class GraphPlan
{
    private readonly Dictionary<Tensor, int> slots = new(ReferenceEqualityComparer.Instance);
    private readonly List<Step> steps = [];
    private readonly int[] inputs;
    private readonly Nest<int> outputs;

    /// <summary>The steps from these inputs to these outputs.</summary>
    public GraphPlan(NetworkGraph graph, IReadOnlyList<KerasTensor> inputs, Nest<Tensor> outputs)
    {
        this.inputs = [.. inputs.Select(Slot)];
        foreach (var node in graph.NodesByDepth.SelectMany(nodes => nodes).Where(node => !node.IsInput))
        {
            var isSimple = node.Keywords.Count == 0 && node.First is Nest<Tensor> { IsLeaf: true, Value: KerasTensor } && node.Layer is not OpLambda;
            steps.Add(new Step(
                node, isSimple ? Slot(node.Inputs[0]) : -1, isSimple ? [] : [.. node.Inputs.Distinct().Select(Slot)],
                [.. node.Outputs.flatten().Select(Slot)]));
        }

        this.outputs = outputs.map(Slot);
    }

    /// <summary>Computes the outputs.</summary>
    public Tensor Run(IReadOnlyList<Tensor> values)
    {
        var table = new Tensor?[slots.Count];
        for (var i = 0; i < inputs.Length; i++)
        {
            table[inputs[i]] = values[i];
        }

        foreach (var step in steps)
        {
            Run(step, table);
        }

        return outputs.IsLeaf ? table[outputs.Value]! : new Tensors(outputs.map(slot => table[slot]!));
    }

    private void Run(Step step, Tensor?[] table)
    {
        var result = step.Input >= 0 ? step.Node.Layer.Invoke(table[step.Input]!, default) : Replay(step.Node, table);
        if (step.Outputs.Length == 1 && result is not Tensors)
        {
            table[step.Outputs[0]] = result;
            return;
        }

        var flat = result.Nest.flatten();
        for (var i = 0; i < step.Outputs.Length; i++)
        {
            table[step.Outputs[i]] = flat[i];
        }
    }

    private Tensor Replay(Node node, Tensor?[] table)
    {
        // A variable is read at each call: its value may lie elsewhere by now.
        object? Value(Tensor tensor) => tensor is KerasTensor && slots.TryGetValue(tensor, out var slot) ? table[slot] : tensor.Variable?.value ?? tensor;
        if (node.Keywords.Count == 0)
        {
            return node.Layer.Replay(Node.Map(node.First, Value), node.Keywords);
        }

        var keywords = new Dictionary<string, object?>();
        foreach (var (name, value) in node.Keywords)
        {
            keywords[name] = Node.Map(value, Value);
        }

        return node.Layer.Replay(Node.Map(node.First, Value), keywords);
    }

    private int Slot(Tensor tensor)
    {
        if (!slots.TryGetValue(tensor, out var slot))
        {
            slots[tensor] = slot = slots.Count;
        }

        return slot;
    }

    /// <summary>One call: of a single tensor without further arguments (<paramref name="Input"/> is its number), or any other.</summary>
    private sealed record Step(Node Node, int Input, int[] Inputs, int[] Outputs);
}

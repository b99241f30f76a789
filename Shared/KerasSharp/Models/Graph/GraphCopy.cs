using KerasSharp.Engine;
using KerasSharp.Layers;

namespace KerasSharp.Models.Graph;

/// <summary>
/// A model may begin at a tensor in the middle of another: then the calls behind it are noted once more, from a new input on. The layers, and
/// so the weights, are the same.
/// </summary>
internal static class GraphCopy
{
    /// <summary>Inputs that are all made by <c>keras.Input</c>, and outputs that come from them.</summary>
    public static (Nest<Tensor> Inputs, Nest<Tensor> Outputs) FromInputs(Nest<Tensor> inputs, Nest<Tensor> outputs)
    {
        if (inputs.flatten().TrueForAll(x => ((KerasTensor)x).Node.IsInput))
        {
            return (inputs, outputs);
        }

        var copies = new Dictionary<Tensor, Tensor>(ReferenceEqualityComparer.Instance);
        var newInputs = inputs.map(x => copies[x] = ((KerasTensor)x).Node.IsInput ? x
            : keras.Input(batch_shape: x.shape, dtype: x.dtype.Name()));
        return (newInputs, outputs.map(y => Copy((KerasTensor)y, copies)));
    }

    private static Tensor Copy(KerasTensor tensor, Dictionary<Tensor, Tensor> copies)
    {
        if (copies.TryGetValue(tensor, out var copy))
        {
            return copy;
        }

        var node = tensor.Node;
        if (node.IsInput)
        {
            return tensor;
        }

        foreach (var input in node.Inputs)
        {
            Copy(input, copies);
        }

        var keywords = new OrderedDictionary<string, object?>();
        foreach (var (name, value) in node.Keywords)
        {
            keywords[name] = Node.Map(value, Replace);
        }

        var outputs = node.Outputs.map(y => copies[y] = new KerasTensor(new OutputSpec(y.dtype, y.DimsArray)) { Mask = y.Mask });
        node.Layer.AddNode(Node.Map(node.First, Replace), keywords, outputs);
        return copies[tensor];

        object? Replace(Tensor x) => copies.GetValueOrDefault(x, x);
    }
}

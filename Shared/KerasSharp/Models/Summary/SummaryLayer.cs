using KerasSharp.Layers;
using KerasSharp.Models.Graph;
using KerasSharp.Python;

namespace KerasSharp.Models.Summary;

/// <summary>What a summary says of a layer: texts, made from the layer once, so that the table knows nothing of layers.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ClassName">Its class.</param>
/// <param name="OutputShape"><c>(None, 10)</c>, of an InputLayer <c>[(None, 10)]</c>; <c>multiple</c> where only a call tells it.</param>
/// <param name="Parameters">The number of weights; <c>0 (unused)</c> of a layer that was never built.</param>
/// <param name="Trainable">Whether training changes it.</param>
/// <param name="ConnectedTo">The layers before it as a Python list, <c>['conv_a[0][0]', 'conv_b[0][0]']</c>; empty in a stack of layers.</param>
/// <param name="Layers">The layers inside it.</param>
internal sealed record SummaryLayer(
    string Name, string ClassName, string OutputShape, string Parameters, bool Trainable, string ConnectedTo, IReadOnlyList<SummaryLayer> Layers)
{
    /// <summary>The layers of a model. Those of a model whose <c>call</c> is code have no shape of their own.</summary>
    /// <param name="model">The model.</param>
    /// <param name="connections">The graph whose connections are told; null where none are.</param>
    public static IReadOnlyList<SummaryLayer> Of(Model model, NetworkGraph? connections) => [.. model.layers.Select(layer => Of(layer, model.KnowsShapes, connections))];

    private static SummaryLayer Of(Layer layer, bool shapesKnown, NetworkGraph? connections)
    {
        var nested = layer as Model;
        var shape = nested?.KnowsShapes ?? shapesKnown ? Shape(layer) : "multiple";
        return new SummaryLayer(
            layer.name, layer.ClassName, shape, layer.built ? layer.count_params().ToString() : "0 (unused)",
            layer.trainable, connections is null ? "" : Connections(layer, connections), nested is null ? [] : Of(nested, connections));
    }

    private static string Shape(Layer layer)
    {
        try
        {
            return layer is InputLayer ? $"[{layer.output_shape}]" : layer.output_shapes is { } shapes && shapes.flatten().TrueForAll(s => s.is_given) ? shapes.ToString() : "multiple";
        }
        catch (AttributeError)
        {
            return "multiple"; // its calls gave different shapes
        }
    }

    // Each input as layer[call][output].
    private static string Connections(Layer layer, NetworkGraph graph) => PythonFormat.Repr(
        layer.InboundNodes.Where(graph.Nodes.Contains).SelectMany(node => node.Inputs)
            .Select(input => $"{input.Layer.name}[{input.Layer.InboundNodes.Index().First(node => node.Item == input.Node).Index}][{input.TensorIndex}]").ToArray());
}

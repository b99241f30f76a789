using KerasSharp.Engine;
using KerasSharp.Layers;

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
    public static IReadOnlyList<SummaryLayer> Of(Model model) => [.. model.layers.Select(layer => Of(layer, model.KnowsShapes))];

    private static SummaryLayer Of(Layer layer, bool shapesKnown)
    {
        var nested = layer as Model;
        var shape = layer.output_shape is { is_given: true } known && (nested?.KnowsShapes ?? shapesKnown) ? known.ToString() : "multiple";
        return new SummaryLayer(
            layer.name, layer.GetType().Name, layer is InputLayer ? $"[{shape}]" : shape, layer.built ? layer.count_params().ToString() : "0 (unused)",
            layer.trainable, "", nested is null ? [] : Of(nested));
    }
}

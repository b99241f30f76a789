using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.Saving;

namespace KerasSharp.Models.Graph;

/// <summary>Models of the same architecture with new weights.</summary>
internal static class GraphClone
{
    /// <summary>A model of the same layers, each made anew from its configuration, with weights of its own; not compiled.</summary>
    /// <param name="model">The model.</param>
    /// <param name="input_tensors">Symbolic tensors to build it on; new ones if not given.</param>
    /// <param name="clone_function">Makes each layer; from its configuration if not given. It sees all layers but the inputs.</param>
    /// <exception cref="ValueError">The model is subclassed and cannot be made anew, or the tensors do not fit.</exception>
    [KerasExport("keras.models.clone_model")]
    internal static Model clone_model(Model model, Tensor? input_tensors = null, Func<Layer, Layer>? clone_function = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        var clone = clone_function ?? Copy;
        return model switch
        {
            Sequential sequential => Clone(sequential, input_tensors, clone),
            Functional functional when functional.GetType() == typeof(Functional) => Clone(functional, input_tensors, clone),
            _ when clone_function is null && input_tensors is null => (Model)Copy(model),
            _ => throw new ValueError($"Expected `model` argument to be a functional `Model` instance, but got a subclassed model instead: {model.GetType().Name} \"{model.name}\""),
        };
    }

    /// <summary>A layer of the same configuration, with new weights.</summary>
    public static Layer Copy(Layer layer)
    {
        var type = layer.GetType();
        return type.Assembly == typeof(Layer).Assembly ? (Layer)ObjectRegistry.Deserialize(GraphConfig.Describe(layer), "layers")
            : (Layer)CustomObjects.Create(type, layer.get_config());
    }

    private static Functional Clone(Functional model, Tensor? input_tensors, Func<Layer, Layer> clone)
    {
        var given = input_tensors?.Nest.flatten();
        if (given is not null && (given.Count != model.inputs.Count || !given.TrueForAll(x => x is KerasTensor { Source: Node { IsInput: true } })))
        {
            throw new ValueError($"clone_model expects {model.inputs.Count} tensors of keras.Input as input_tensors. Received: {input_tensors}");
        }

        var made = new Dictionary<string, Layer>();
        foreach (var (i, input) in model.inputs.Index())
        {
            var layer = ((KerasTensor)input).Layer;
            made[layer.name] = given is null ? Copy(layer) : ((KerasTensor)given[i]).Layer;
        }

        foreach (var layer in model.layers.Where(layer => !made.ContainsKey(layer.name)))
        {
            made[layer.name] = layer is InputLayer ? Copy(layer) : clone(layer);
        }

        return new GraphReader(model.get_config(), made).Model();
    }

    private static Sequential Clone(Sequential model, Tensor? input_tensors, Func<Layer, Layer> clone)
    {
        Layer? input = input_tensors switch
        {
            null => model.input_layer is { } own ? Copy(own) : null,
            KerasTensor { Source: Node { IsInput: true } } tensor => tensor.Layer,
            _ => throw new ValueError($"clone_model expects a tensor of keras.Input as input_tensors. Received: {input_tensors}"),
        };
        var layers = model.layers.Select(clone);
        return new Sequential(input is null ? layers : layers.Prepend(input), model.name);
    }
}

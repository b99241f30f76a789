using KerasSharp.Engine;
using KerasSharp.Layers;
using static KerasSharp.keras.layers;

namespace UserCode.Layers;

/// <summary>A layer of layers: one in a field, some in a list, some in a dictionary. Nothing registers them.</summary>
public class Tower : Layer
{
    private readonly Layer first = Dense(8, activation: "relu");
    private readonly List<Layer> middle = [];
    private readonly Dictionary<string, Layer> ends = new() { ["left"] = new Linear(4), ["right"] = Dense(4, activation: "tanh") };

    /// <summary>A tower of this height.</summary>
    public Tower(int height = 2)
    {
        for (var i = 0; i < height; i++)
        {
            middle.Add(Dense(8, activation: "tanh"));
        }
    }

    /// <inheritdoc/>
    public override Tensor call(Tensor inputs, bool? training = null)
    {
        var x = first.apply(inputs);
        foreach (var layer in middle)
        {
            x = x + layer.apply(x) * 0.5;
        }

        return ends["left"].apply(x) + ends["right"].apply(x);
    }
}

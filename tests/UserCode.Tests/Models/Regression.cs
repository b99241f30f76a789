using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.Models;
using UserCode.Layers;
using static KerasSharp.keras.layers;

namespace UserCode.Models;

/// <summary>A subclassed model around the composite layer.</summary>
public class Regression : Model
{
    private readonly Layer tower = new Tower(), output_layer = Dense(1);

    /// <inheritdoc/>
    public override Tensor call(Tensor inputs, bool? training = null) => output_layer.apply(tower.apply(inputs));
}

using KerasSharp.Engine;

namespace KerasSharp.Models;

// A model that takes several tensors, or none whose shape it could be built for: until Layer.apply takes nests.
public abstract partial class Model
{
    /// <summary><c>model(inputs)</c>.</summary>
    /// <inheritdoc cref="Layers.Layer.apply(Tensor, bool?)"/>
    public new Tensor apply(Tensor inputs, bool? training = null)
    {
        if (inputs is not Tensors)
        {
            return base.apply(inputs, training);
        }

        built = true;
        return call(inputs, training);
    }
}

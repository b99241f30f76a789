using KerasSharp;
using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.Saving;
using static KerasSharp.keras;

namespace UserCode.Layers;

/// <summary>The first layer of Keras's guide "Making new layers": <c>inputs · w + b</c>.</summary>
public class Linear(int units = 32, LayerArguments kwargs = default) : Layer(kwargs)
{
    private Variable? w, b;

    /// <inheritdoc/>
    public override void build(TensorShape input_shape)
    {
        w = add_weight(name: "w", shape: (input_shape[-1], units), initializer: "random_normal", trainable: true);
        b = add_weight(name: "b", shape: units, initializer: "zeros", trainable: true);
    }

    /// <inheritdoc/>
    public override Tensor call(Tensor inputs, bool? training = null) => ops.matmul(inputs, w!) + b!;

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["units"] = units };
}

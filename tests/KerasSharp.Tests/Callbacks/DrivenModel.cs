using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.Models;

namespace KerasSharp.Tests.Callbacks;

/// <summary>The golden files' model of one weight. It stands in for Dense(1, use_bias=False) in a Sequential until that exists.</summary>
internal sealed class DrivenModel : Model
{
    public DrivenModel(double learning_rate)
        : base("driven")
    {
        optimizer = keras.optimizers.SGD(learning_rate);
        EnsureBuilt(new TensorShape(null, 1));
    }

    public override IReadOnlyList<Layer> layers => [];

    public override void build(TensorShape input_shape) => add_weight("kernel", [1, 1]);

    public override Tensor call(Tensor inputs, bool training = false) => inputs;
}

using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.Models;
using KerasSharp.Optimizers;
using KerasSharp.Saving;

namespace KerasSharp.Tests.Callbacks;

/// <summary>The golden files' model of one weight. It stands in for Dense(1, use_bias=False) in a Sequential until that exists.</summary>
internal sealed class DrivenModel : Model
{
    public DrivenModel(float learning_rate)
        : base("driven")
    {
        optimizer = new FixedRate { learning_rate = learning_rate };
        EnsureBuilt(new TensorShape(null, 1));
    }

    public override IReadOnlyList<Layer> layers => [];

    public override void build(TensorShape input_shape) => add_weight("kernel", [1, 1]);

    public override Tensor call(Tensor inputs, bool training = false) => inputs;

    private sealed class FixedRate : Optimizer
    {
        public override float learning_rate { get; set; }

        public override void build(IReadOnlyList<Variable> var_list)
        {
        }

        public override void apply_gradients(IReadOnlyList<(Tensor? gradient, Variable variable)> grads_and_vars) => throw new NotSupportedException();

        public override Config get_config() => [];
    }
}

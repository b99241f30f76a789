using KerasSharp.Engine;
using KerasSharp.Layers;

namespace KerasSharp.Tests.Callbacks;

/// <summary>Dense(1, use_bias=False), which notes the samples that it sees, batch by batch. Sample i is i / 100.</summary>
internal sealed class Recording() : Layer(new LayerArguments("recording", input_shape: 1))
{
    private Variable kernel = null!;

    /// <summary>The samples of each training batch.</summary>
    public List<int[]> Trained { get; } = [];

    /// <summary>The samples of each other batch.</summary>
    public List<int[]> Tested { get; } = [];

    public override void build(TensorShape input_shape) => kernel = add_weight("kernel", [1, 1], initializer: keras.initializers.Constant(0.5));

    public override Tensor call(Tensor inputs, bool? training = null)
    {
        (training == true ? Trained : Tested).Add(Array.ConvertAll(inputs.ToArray<float>(), x => (int)MathF.Round(x * 100)));
        return keras.ops.matmul(inputs, kernel);
    }

    public override TensorShape compute_output_shape(TensorShape input_shape) => (null, 1);
}

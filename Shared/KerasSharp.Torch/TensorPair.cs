using TorchSharp;

namespace KerasSharp.Torch;

/// <summary><c>for batch_x, batch_y in train_loader:</c>, where TorchSharp's loader gives a list of two; also one item of a data set.</summary>
public static class TensorPair
{
    /// <summary>The two tensors of a batch of a <c>TensorDataset(x, y)</c> or of <c>datasets.MNIST(...)</c>.</summary>
    public static void Deconstruct(this IList<torch.Tensor> batch, out torch.Tensor x, out torch.Tensor y) => (x, y) = (batch[0], batch[1]);
}

using TorchSharp;

namespace Part1.Datasets;

/// <summary><c>for batch_x, batch_y in train_loader:</c>, where TorchSharp's loader gives a list of two.</summary>
internal static class TensorPair
{
    /// <summary>The two tensors of a batch of a <c>TensorDataset(x, y)</c>.</summary>
    public static void Deconstruct(this IList<torch.Tensor> batch, out torch.Tensor x, out torch.Tensor y) => (x, y) = (batch[0], batch[1]);
}

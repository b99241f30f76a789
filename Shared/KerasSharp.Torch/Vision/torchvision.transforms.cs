using TorchSharp;
using static TorchSharp.torch;

namespace KerasSharp.Torch;

public static partial class torchvision
{
    /// <summary><c>torchvision.transforms</c>: any function from a tensor to a tensor is one; this is the one that the tutorial uses.</summary>
    public static class transforms
    {
        /// <summary>
        /// From an image as it is stored, uint8 <c>(height, width)</c> or <c>(height, width, channels)</c>, to float32
        /// <c>(channels, height, width)</c> from 0 to 1.
        /// Source: <see href="https://pytorch.org/vision/stable/generated/torchvision.transforms.ToTensor.html"/>.
        /// </summary>
        /// <returns>The transform. It throws <see cref="TypeError"/> for another type and <see cref="ValueError"/> for another rank.</returns>
        public static Func<Tensor, Tensor> ToTensor() => image =>
        {
            ArgumentNullException.ThrowIfNull(image);
            if (image.dtype != ScalarType.Byte)
            {
                throw new TypeError($"ToTensor: pic should be an image of uint8. Got {image.dtype}");
            }

            if (image.dim() is not (2 or 3))
            {
                throw new ValueError($"ToTensor: pic should be 2/3 dimensional. Got {image.dim()} dimensions.");
            }

            using var scope = NewDisposeScope();
            var channelsLast = image.dim() == 2 ? image.unsqueeze(-1) : image;
            return channelsLast.permute(2, 0, 1).contiguous().to(ScalarType.Float32).div_(255).MoveToOuterDisposeScope();
        };
    }
}

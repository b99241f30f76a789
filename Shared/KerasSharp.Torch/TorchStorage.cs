using KerasSharp.Backends;
using KerasSharp.Engine;
using TorchSharp;
using ScalarType = TorchSharp.torch.ScalarType;

namespace KerasSharp.Torch;

/// <summary>
/// A tensor's memory in the torch backend: one contiguous tensor of libtorch, that no other storage shares. It is empty until a kernel
/// hands over its result, so that nothing is allocated twice.
/// </summary>
internal sealed class TorchStorage(TorchBackend backend, DType dtype, int length) : Storage(backend, dtype, length)
{
    private torch.Tensor? value;
    private int[] shape = [];

    /// <summary>libtorch's name of the element type.</summary>
    public ScalarType ScalarType => Types.Of(DType);

    /// <summary>The elements under a shape of the same size. It may be written to; the caller must not dispose it.</summary>
    public torch.Tensor View(ReadOnlySpan<int> dims)
    {
        value ??= New(shape = dims.ToArray());
        return dims.SequenceEqual(shape) ? value : value.view(Types.Long(dims));
    }

    /// <summary>Takes over a fresh, contiguous tensor.</summary>
    public void Set(torch.Tensor result, ReadOnlySpan<int> dims)
    {
        value?.Dispose();
        value = result.DetachFromDisposeScope();
        if (!dims.SequenceEqual(shape))
        {
            shape = dims.ToArray();
        }
    }

    /// <inheritdoc/>
    protected override void Free()
    {
        value?.Dispose();
        value = null;
    }

    private torch.Tensor New(int[] dims) => torch.empty(Types.Long(dims), ScalarType, TorchLibrary.Device).DetachFromDisposeScope();
}

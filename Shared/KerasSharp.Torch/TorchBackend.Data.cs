using KerasSharp.Backends;
using KerasSharp.Engine;
using TorchSharp;
using Tensor = KerasSharp.Engine.Tensor;

namespace KerasSharp.Torch;

// Moving elements about without computing with them.
public sealed partial class TorchBackend
{
    /// <inheritdoc/>
    public void Copy(Tensor x, Tensor output)
    {
        using var scope = torch.NewDisposeScope();
        Set(output, View(x).clone());
    }

    /// <inheritdoc/>
    public void Fill(Tensor output, float value)
    {
        using var scope = torch.NewDisposeScope();
        var type = Types.Of(output.dtype);
        Scalar scalar = output.dtype == DType.Float32 ? value : (int)value;
        Set(output, torch.full(Types.Long(output.Dims), scalar, type, TorchLibrary.Device));
    }

    /// <inheritdoc/>
    public void Cast(Tensor x, Tensor output)
    {
        using var scope = torch.NewDisposeScope();
        var from = View(x);

        // A negative float has no byte of its own: by way of an int it wraps round, as a C# cast does.
        var whole = x.dtype == DType.Float32 && output.dtype == DType.UInt8 ? from.to(torch.ScalarType.Int32) : from;
        Set(output, whole.to(Types.Of(output.dtype), copy: true));
    }

    /// <inheritdoc/>
    public void Select(Tensor condition, Tensor a, Tensor b, Tensor output)
    {
        using var scope = torch.NewDisposeScope();
        Set(output, torch.where(View(condition).to(torch.ScalarType.Bool), View(a), View(b)));
    }

    /// <inheritdoc/>
    public void Transpose(Tensor x, ReadOnlySpan<int> permutation, Tensor output)
    {
        using var scope = torch.NewDisposeScope();
        Set(output, Copied(View(x).permute(Types.Long(permutation))));
    }

    /// <inheritdoc/>
    public void Slice(Tensor x, ReadOnlySpan<int> start, Tensor output)
    {
        using var scope = torch.NewDisposeScope();
        Set(output, Copied(Box(View(x), start, output.Dims)));
    }

    /// <inheritdoc/>
    public void SetSlice(Tensor x, ReadOnlySpan<int> start, Tensor output)
    {
        using var scope = torch.NewDisposeScope();
        Box(View(output), start, x.Dims).copy_(View(x));
    }

    private static torch.Tensor Box(torch.Tensor x, ReadOnlySpan<int> start, ReadOnlySpan<int> lengths)
    {
        for (var axis = 0; axis < start.Length; axis++)
        {
            x = x.narrow(axis, start[axis], lengths[axis]);
        }

        return x;
    }
}

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
    public void Fill(Tensor output, double value)
    {
        using var scope = torch.NewDisposeScope();
        Scalar scalar = output.dtype switch
        {
            DType.Bool => value != 0,
            DType.UInt8 => (byte)(int)value,
            DType.Int32 => (int)value,
            DType.Int64 => (long)value,
            _ => value,
        };
        Set(output, torch.full(Types.Long(output.Dims), scalar, Types.Of(output.dtype), TorchLibrary.Device));
    }

    /// <inheritdoc/>
    public void Cast(Tensor x, Tensor output)
    {
        using var scope = torch.NewDisposeScope();
        var from = View(x);

        // A negative float has no byte of its own: by way of an int it wraps round, as a C# cast does.
        var whole = x.dtype.IsFloating() && output.dtype == DType.UInt8 ? from.to(torch.ScalarType.Int32) : from;
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
    public void Slice(Tensor x, ReadOnlySpan<int> start, ReadOnlySpan<int> step, Tensor output)
    {
        using var scope = torch.NewDisposeScope();
        var backwards = Backwards(step, output.Dims);
        var places = Places(View(x), start, step, output.Dims);
        Set(output, backwards.Length > 0 ? places.flip(backwards) : Copied(places));
    }

    /// <inheritdoc/>
    public void SetSlice(Tensor x, ReadOnlySpan<int> start, ReadOnlySpan<int> step, Tensor output)
    {
        using var scope = torch.NewDisposeScope();
        var backwards = Backwards(step, x.Dims);
        Places(View(output), start, step, x.Dims).copy_(backwards.Length > 0 ? View(x).flip(backwards) : View(x));
    }

    /// <summary>The axes whose steps are negative, which libtorch's slices cannot have.</summary>
    private static long[] Backwards(ReadOnlySpan<int> step, ReadOnlySpan<int> lengths)
    {
        var axes = new List<long>();
        for (var axis = 0; axis < step.Length; axis++)
        {
            if (step[axis] < 0 && lengths[axis] > 1) axes.Add(axis);
        }

        return [.. axes];
    }

    /// <summary>A view of a slice's elements, in the order of their memory: where a step is negative, from the last.</summary>
    private static torch.Tensor Places(torch.Tensor x, ReadOnlySpan<int> start, ReadOnlySpan<int> step, ReadOnlySpan<int> lengths)
    {
        for (var axis = 0; axis < start.Length; axis++)
        {
            if (lengths[axis] <= 1 || step[axis] == 1)
            {
                x = x.narrow(axis, start[axis], lengths[axis]);
                continue;
            }

            var last = start[axis] + ((long)step[axis] * (lengths[axis] - 1));
            x = x.slice(axis, Math.Min(start[axis], last), Math.Max(start[axis], last) + 1, Math.Abs((long)step[axis]));
        }

        return x;
    }
}

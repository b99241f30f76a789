using System.Runtime.InteropServices;
using KerasSharp.Backends;
using KerasSharp.Engine;
using TorchSharp;
using Storage = KerasSharp.Backends.Storage;
using Tensor = KerasSharp.Engine.Tensor;

namespace KerasSharp.Torch;

/// <summary>
/// The second backend: libtorch's kernels, on the GPU where <c>torch.cuda.is_available()</c>. Chosen by <c>KERAS_BACKEND=torch</c> or
/// <c>keras.config.set_backend("torch")</c>. The tape stays the engine's own: no tensor here asks libtorch for a gradient. Every kernel
/// opens a dispose scope, so that what it computes in between is freed at once.
/// </summary>
public sealed partial class TorchBackend
    : IBackend, IFusedMatMul, IFusedConv2D, IActivationGradients, ISoftmax, IRowSums, IRowUploads, IAdam
{
    /// <summary>A backend on <see cref="TorchLibrary.Device"/>.</summary>
    /// <exception cref="RuntimeError">The native library cannot be loaded.</exception>
    public TorchBackend() => TorchLibrary.Load();

    /// <inheritdoc/>
    public string Name => "torch";

    /// <inheritdoc/>
    public int GpuCount => torch.cuda.is_available() ? torch.cuda.device_count() : 0;

    /// <inheritdoc/>
    public Storage Allocate(DType dtype, int length) => new TorchStorage(this, dtype, length);

    /// <inheritdoc/>
    public void Upload<T>(ReadOnlySpan<T> source, Storage target)
        where T : unmanaged
    {
        using var scope = torch.NewDisposeScope();
        var host = torch.empty([source.Length], ((TorchStorage)target).ScalarType);
        MemoryMarshal.AsBytes(source).CopyTo(Bytes(host));
        Set((TorchStorage)target, host.to(TorchLibrary.Device), [source.Length]);
    }

    /// <inheritdoc/>
    public void UploadRows<T>(ReadOnlySpan<T> source, int rowLength, ReadOnlySpan<int> rows, Storage target)
        where T : unmanaged
    {
        using var scope = torch.NewDisposeScope();
        var host = torch.empty([target.Length], ((TorchStorage)target).ScalarType);
        var elements = MemoryMarshal.Cast<byte, T>(Bytes(host));
        for (var i = 0; i < rows.Length; i++)
        {
            source.Slice(checked(rows[i] * rowLength), rowLength).CopyTo(elements[(i * rowLength)..]);
        }

        Set((TorchStorage)target, host.to(TorchLibrary.Device), [target.Length]);
    }

    /// <inheritdoc/>
    public void Download<T>(Storage source, Span<T> target)
        where T : unmanaged
    {
        using var scope = torch.NewDisposeScope();
        MemoryMarshal.Cast<byte, T>(Bytes(((TorchStorage)source).View([source.Length]).cpu())).CopyTo(target);
    }

    /// <summary>The tensor under the shape that the engine gives it.</summary>
    private static torch.Tensor View(Tensor x) => ((TorchStorage)x.Storage).View(x.Dims);

    /// <summary>The tensor as a matrix: the last axis, and all others.</summary>
    private static torch.Tensor Rows(Tensor x) => ((TorchStorage)x.Storage).View([x.size / Math.Max(1, x.dim(-1)), x.dim(-1)]);

    /// <summary>
    /// Hands a kernel's result over to the output. The result must be the kernel's own: what shares memory with an input goes through
    /// <see cref="Copied"/> first, since variables change in place.
    /// </summary>
    private static void Set(Tensor output, torch.Tensor result) => Set((TorchStorage)output.Storage, result, output.Dims);

    private static void Set(TorchStorage output, torch.Tensor result, ReadOnlySpan<int> dims)
    {
        var shaped = result.contiguous();
        output.Set(shaped.numel() == 0 || shaped.shape.AsSpan().SequenceEqual(Types.Long(dims)) ? shaped : shaped.view(Types.Long(dims)), dims);
    }

    /// <summary>The same elements in contiguous memory of their own.</summary>
    private static torch.Tensor Copied(torch.Tensor view) => view.is_contiguous() ? view.clone() : view.contiguous();

    // libtorch gives no address for a tensor without elements.
    private static Span<byte> Bytes(torch.Tensor host) => host.numel() == 0 ? [] : host.bytes;
}

using KerasSharp.Engine;

namespace KerasSharp.Backends.Managed;

/// <summary>
/// The default backend: kernels in C# on this machine's processor. It runs wherever .NET runs and gives the same bits on every run,
/// whatever the number of threads. This class only unwraps tensors; the kernels are in <c>Kernels/</c>, one family per file.
/// </summary>
public sealed unsafe partial class ManagedBackend
    : IBackend, IFusedMatMul, IFusedConv2D, IActivationGradients, ISoftmax, IRowSums, IRowUploads, IAdam, IFusedLstm, IFusedGru
{
    private readonly BufferPool pool = new();

    /// <inheritdoc/>
    public string Name => "managed";

    /// <inheritdoc/>
    public int GpuCount => 0;

    /// <summary>The free memory that steps gave back.</summary>
    internal BufferPool Pool => pool;

    /// <inheritdoc/>
    public Storage Allocate(DType dtype, int length) => new ManagedStorage(this, dtype, length, pool.Rent((long)length * dtype.Size()));

    /// <inheritdoc/>
    public void Upload<T>(ReadOnlySpan<T> source, Storage target)
        where T : unmanaged => source.CopyTo(((ManagedStorage)target).Span<T>());

    /// <inheritdoc/>
    public void Download<T>(Storage source, Span<T> target)
        where T : unmanaged => ((ReadOnlySpan<T>)((ManagedStorage)source).Span<T>()).CopyTo(target);

    /// <inheritdoc/>
    public void UploadRows<T>(ReadOnlySpan<T> source, int rowLength, ReadOnlySpan<int> rows, Storage target)
        where T : unmanaged
    {
        var elements = ((ManagedStorage)target).Span<T>();
        for (var i = 0; i < rows.Length; i++)
        {
            source.Slice(checked(rows[i] * rowLength), rowLength).CopyTo(elements[(i * rowLength)..]);
        }
    }

    /// <inheritdoc/>
    public void Copy(Tensor x, Tensor output)
    {
        var bytes = (long)x.size * x.dtype.Size();
        Buffer.MemoryCopy(Bytes(x), Bytes(output), bytes, bytes);
    }

    private static byte* Bytes(Tensor x) => ((ManagedStorage)x.Storage).Bytes;

    private static float* Floats(Tensor x) => x.dtype == DType.Float32 ? (float*)Bytes(x)
        : throw new TypeError($"The managed backend computes this in float32 only. Received: a tensor of dtype {x.dtype.Name()}.");

    // Of a type whose dtype the caller has looked at.
    private static T* Elements<T>(Tensor x)
        where T : unmanaged => (T*)Bytes(x);

    private static NotImplementedError Unsupported(string kernel, DType dtype) => new($"The managed backend has no kernel for {kernel} of {dtype.Name()}.");
}

using KerasSharp.Engine;

namespace KerasSharp.Backends.Managed;

/// <summary>
/// The default backend: kernels in C# on this machine's processor. It runs wherever .NET runs and gives the same bits on every run,
/// whatever the number of threads. This class only unwraps tensors; the kernels stand in <c>Kernels/</c>, one family per file.
/// </summary>
public sealed unsafe partial class ManagedBackend : IBackend
{
    private readonly BufferPool pool = new();

    /// <inheritdoc/>
    public string Name => "managed";

    /// <summary>The free memory that steps gave back.</summary>
    internal BufferPool Pool => pool;

    /// <inheritdoc/>
    public Storage Allocate(DType dtype, int length) => new ManagedStorage(dtype, length, pool.Rent((long)length * dtype.Size()), pool);

    /// <inheritdoc/>
    public void Upload<T>(ReadOnlySpan<T> source, Storage target)
        where T : unmanaged => source.CopyTo(((ManagedStorage)target).Span<T>());

    /// <inheritdoc/>
    public void Download<T>(Storage source, Span<T> target)
        where T : unmanaged => ((ReadOnlySpan<T>)((ManagedStorage)source).Span<T>()).CopyTo(target);

    /// <inheritdoc/>
    public void Copy(Tensor x, Tensor output)
    {
        var bytes = (long)x.size * x.dtype.Size();
        Buffer.MemoryCopy(Bytes(x), Bytes(output), bytes, bytes);
    }

    private static float* Floats(Tensor x) => ((ManagedStorage)x.Storage).Floats;

    private static int* Ints(Tensor x) => ((ManagedStorage)x.Storage).Ints;

    private static byte* Bytes(Tensor x) => ((ManagedStorage)x.Storage).Bytes;

    private static Span<float> FloatSpan(Tensor x) => new(Floats(x), x.size);
}

using System.Buffers;
using KerasSharp.Engine;
using NumSharp;
using NumSharp.Backends.Unmanaged;
using DType = KerasSharp.Engine.DType;

namespace KerasSharp.Models.Training;

/// <summary>
/// Data that stay in the user's own array; each batch is copied from there, so that a data set of hundreds of megabytes is never
/// copied as a whole; float16 becomes float32 batch by batch. Only arrays of a type that models do not compute in (float64, int64), or with
/// gaps, are copied once.
/// </summary>
internal sealed unsafe class HostArray
{
    private readonly IArraySlice memory; // holds what the pointer shows
    private readonly void* data;
    private readonly int first;
    private readonly int[] rowDims;
    private readonly DType dtype;
    private readonly bool isHalf;

    private HostArray(IArraySlice memory, void* data, int first, int count, int[] rowDims, DType dtype, bool isHalf = false)
    {
        this.memory = memory;
        this.data = data;
        this.first = first;
        Count = count;
        this.rowDims = rowDims;
        this.dtype = dtype;
        this.isHalf = isHalf;
    }

    /// <summary>The number of samples.</summary>
    public int Count { get; }

    /// <summary>The shape with an unknown batch dimension, as Keras shows it.</summary>
    public TensorShape Shape => new TensorShape(rowDims.AsSpan()).with_batch();

    /// <summary>Shape and dtype of a sample.</summary>
    public TensorSpec RowSpec => new(new TensorShape(rowDims.AsSpan()), dtype);

    /// <summary>Wraps an array whose first axis counts samples.</summary>
    /// <param name="array">The array.</param>
    /// <param name="keepsType">Whether batches have the array's own type; else float32 of other floats, int32 of int64.</param>
    /// <exception cref="ValueError">The array is a scalar.</exception>
    /// <exception cref="TypeError">Tensors have no such type.</exception>
    public static HostArray Of(NDArray array, bool keepsType = false)
    {
        if (array.ndim == 0)
        {
            throw new ValueError("Expected an array with at least one axis, which counts the samples. Received: a scalar.");
        }

        var dims = Array.ConvertAll(array.shape, d => checked((int)d));
        return array.typecode switch
        {
            NPTypeCode.Single => Of(array.GetData<float>(), dims, DType.Float32),
            NPTypeCode.Int32 => Of(array.GetData<int>(), dims, DType.Int32),
            NPTypeCode.Byte => Of(array.GetData<byte>(), dims, DType.UInt8),
            NPTypeCode.Boolean => Of(array.GetData<bool>(), dims, DType.Bool),
            NPTypeCode.Int64 when keepsType => Of(array.GetData<long>(), dims, DType.Int64),
            NPTypeCode.Double when keepsType => Of(array.GetData<double>(), dims, DType.Float64),
            NPTypeCode.Half when keepsType => Of(array.GetData<Half>(), dims, DType.Float16),
            NPTypeCode.Half => Of(array.GetData<Half>(), dims, DType.Float32, isHalf: true),
            _ => Of(Tensor.From(array).numpy()),
        };
    }

    /// <summary>A part of the samples, without a copy.</summary>
    public HostArray Part(int start, int count) => new(memory, data, first + start, count, rowDims, dtype, isHalf);

    /// <summary>The samples of these numbers as a tensor.</summary>
    public Tensor Batch(ReadOnlySpan<int> rows)
    {
        var tensor = Tensor.Empty(dtype, [rows.Length, .. rowDims]);
        switch (dtype)
        {
            case DType.Float32 when isHalf:
                UploadHalf(rows, tensor);
                break;
            case DType.Float32:
                Upload<float>(rows, tensor);
                break;
            case DType.Int32:
                Upload<int>(rows, tensor);
                break;
            case DType.Int64:
                Upload<long>(rows, tensor);
                break;
            case DType.Float64:
                Upload<double>(rows, tensor);
                break;
            case DType.Float16:
                Upload<Half>(rows, tensor);
                break;
            default:
                Upload<byte>(rows, tensor);
                break;
        }

        GC.KeepAlive(memory);
        return tensor;
    }

    // NumSharp hands out contiguous memory in the array's own order: its own, or a copy of one with gaps.
    private static HostArray Of<T>(ArraySlice<T> memory, int[] dims, DType dtype, bool isHalf = false)
        where T : unmanaged => new(memory, memory.Address, 0, dims[0], dims[1..], dtype, isHalf);

    private void UploadHalf(ReadOnlySpan<int> rows, Tensor tensor)
    {
        var rowLength = Shapes.Size(rowDims);
        var all = new ReadOnlySpan<Half>((Half*)data + ((long)first * rowLength), checked(Count * rowLength));
        var floats = ArrayPool<float>.Shared.Rent(tensor.size);
        try
        {
            for (var i = 0; i < rows.Length; i++)
            {
                System.Numerics.Tensors.TensorPrimitives.ConvertToSingle(all.Slice(checked(rows[i] * rowLength), rowLength), floats.AsSpan(i * rowLength, rowLength));
            }

            tensor.Set<float>(floats.AsSpan(0, tensor.size));
        }
        finally
        {
            ArrayPool<float>.Shared.Return(floats);
        }
    }

    private void Upload<T>(ReadOnlySpan<int> rows, Tensor tensor)
        where T : unmanaged
    {
        var rowLength = Shapes.Size(rowDims);
        var source = new ReadOnlySpan<T>((T*)data + ((long)first * rowLength), checked(Count * rowLength));
        tensor.SetRows(source, rowLength, rows);
    }
}

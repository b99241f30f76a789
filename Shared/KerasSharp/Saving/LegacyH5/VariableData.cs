using KerasSharp.Backends;
using KerasSharp.Engine;
using KerasSharp.Saving.Hdf5;

namespace KerasSharp.Saving.LegacyH5;

/// <summary>Variables to datasets and back.</summary>
internal static class VariableData
{
    /// <summary>A copy of the variable's elements.</summary>
    public static Hdf5Dataset ToDataset(Variable variable)
    {
        var shape = variable.shape.ToDims();
        if (variable.dtype == DType.Int32)
        {
            return new Hdf5Dataset(Copy<int>(variable), shape);
        }

        return variable.dtype == DType.Int64 ? new Hdf5Dataset(Copy<long>(variable), shape)
            : variable.dtype == DType.Float32 ? new Hdf5Dataset(Copy<float>(variable), shape)
            : throw new NotImplementedError($"A variable of dtype {variable.dtype.Name()} cannot be saved. Received: {variable}");
    }

    /// <summary>Refuses a dataset that is of another shape than the variable, in Keras's words, before any of its elements are read.</summary>
    /// <exception cref="ValueError">The shapes differ.</exception>
    public static void CheckShape(Variable variable, Hdf5Dataset dataset, string source)
    {
        if (!variable.shape.ToDims().AsSpan().SequenceEqual(dataset.Shape))
        {
            throw new ValueError($"Cannot assign value to variable ' {variable.name}': Shape mismatch.The variable shape {variable.shape}, "
                + $"and the assigned value shape {dataset.ShapeText} are incompatible. The value is from {source}.");
        }
    }

    /// <summary>Gives the variable the dataset's elements.</summary>
    public static void Assign(Variable variable, Array data)
    {
        if (variable.dtype == DType.Int32)
        {
            variable.assign(ToInt32(data));
        }
        else if (variable.dtype == DType.Int64)
        {
            variable.assign(Tensor.From<long>(ToInt64(data), variable.shape.ToDims()));
        }
        else
        {
            variable.assign(Hdf5Dataset.ToSingle(data));
        }
    }

    private static int[] ToInt32(Array data) => data switch
    {
        int[] numbers => numbers,
        long[] numbers => Array.ConvertAll(numbers, x => checked((int)x)),
        var numbers => Array.ConvertAll(Hdf5Dataset.ToSingle(numbers), x => (int)x),
    };

    private static long[] ToInt64(Array data) => data switch
    {
        long[] numbers => numbers,
        int[] numbers => Array.ConvertAll(numbers, x => (long)x),
        var numbers => Array.ConvertAll(Hdf5Dataset.ToSingle(numbers), x => (long)x),
    };

    private static T[] Copy<T>(Variable variable)
        where T : unmanaged
    {
        var data = new T[variable.size];
        variable.value.CopyTo(data.AsSpan());
        return data;
    }
}

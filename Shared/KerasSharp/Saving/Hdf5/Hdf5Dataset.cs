namespace KerasSharp.Saving.Hdf5;

/// <summary>An array in a file. One that was read brings its numbers only when asked, so that its shape can be checked before memory is taken.</summary>
internal sealed class Hdf5Dataset : Hdf5Node
{
    private readonly Func<Array> read;

    /// <summary>A dataset whose elements, row-major, come from a function.</summary>
    public Hdf5Dataset(Hdf5Type type, IReadOnlyList<int> shape, Func<Array> read)
    {
        Type = type;
        Shape = [.. shape];
        this.read = read;
    }

    public Hdf5Dataset(float[] data, params int[] shape)
        : this(Hdf5Type.Float32, shape, () => data) => CheckLength(data.Length);

    public Hdf5Dataset(double[] data, params int[] shape)
        : this(Hdf5Type.Float64, shape, () => data) => CheckLength(data.Length);

    public Hdf5Dataset(int[] data, params int[] shape)
        : this(Hdf5Type.Int32, shape, () => data) => CheckLength(data.Length);

    public Hdf5Dataset(long[] data, params int[] shape)
        : this(Hdf5Type.Int64, shape, () => data) => CheckLength(data.Length);

    public Hdf5Type Type { get; }

    /// <summary>The dimensions; empty for a scalar.</summary>
    public int[] Shape { get; }

    public int Length => Shape.Aggregate(1, (product, d) => checked(product * d));

    /// <summary>The shape as Python writes it.</summary>
    public string ShapeText => new TensorShape(Shape.AsSpan()).ToString();

    /// <summary>The elements, row-major: a <c>float[]</c>, <c>double[]</c>, <c>int[]</c> or <c>long[]</c>.</summary>
    public Array Read() => read();

    /// <summary>The elements as float32, row-major.</summary>
    public float[] ReadSingle() => ToSingle(Read());

    /// <summary>What <see cref="Read"/> gives as float32.</summary>
    public static float[] ToSingle(Array elements) => elements switch
    {
        float[] data => data,
        double[] data => Array.ConvertAll(data, x => (float)x),
        int[] data => Array.ConvertAll(data, x => (float)x),
        var data => Array.ConvertAll((long[])data, x => (float)x),
    };

    private void CheckLength(int length)
    {
        if (length != Length)
        {
            throw new ArgumentException($"{length} elements do not make the shape {ShapeText}.");
        }
    }
}

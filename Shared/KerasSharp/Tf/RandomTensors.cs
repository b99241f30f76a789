using KerasSharp.Engine;

namespace KerasSharp;

/// <summary>Random numbers as tensors: drawn on the host, so that every backend has the same.</summary>
internal static class RandomTensors
{
    /// <summary>Numbers in [low, high); high is 1 for floats if not given.</summary>
    /// <exception cref="ValueError">Integers have no upper bound.</exception>
    public static Tensor Uniform(int[] dims, DType type, double low, double? high, Philox random)
    {
        var size = Shapes.Size(dims);
        switch (type)
        {
            case DType.Float32:
                var floats = new float[size];
                Draw.Uniform(floats, random, (float)low, (float)(high ?? 1));
                return Tensor.From<float>(floats, dims);
            case DType.Float64:
                var doubles = new double[size];
                Draw.Uniform(doubles, random);
                return Tensor.From<double>(Array.ConvertAll(doubles, v => (v * ((high ?? 1) - low)) + low), dims);
            case DType.Int32:
                var ints = new int[size];
                Draw.Integers(ints, random, (int)low, (int)Upper(type, low, high));
                return Tensor.From<int>(ints, dims);
            case DType.Int64:
                var longs = new long[size];
                Draw.Integers(longs, random, (long)low, (long)Upper(type, low, high));
                return Tensor.From<long>(longs, dims);
            default:
                throw Unsupported(type);
        }
    }

    /// <summary>Whole numbers of all values of their type.</summary>
    public static Tensor AnyInteger(int[] dims, DType type, Philox random)
    {
        var words = new uint[Shapes.Size(dims) * (type == DType.Int64 ? 2 : 1)];
        random.Words(words);
        return type switch
        {
            DType.Int32 => Tensor.From<int>(Array.ConvertAll(words, w => (int)w), dims),
            DType.Int64 => Tensor.From<long>([.. words.Chunk(2).Select(w => (long)(((ulong)w[1] << 32) | w[0]))], dims),
            _ => throw Unsupported(type),
        };
    }

    /// <summary>Normally distributed numbers.</summary>
    public static Tensor Normal(int[] dims, DType type, double mean, double stddev, Philox random)
    {
        if (type == DType.Float32)
        {
            var floats = new float[Shapes.Size(dims)];
            Draw.Normal(floats, random, (float)mean, (float)stddev);
            return Tensor.From<float>(floats, dims);
        }

        var doubles = new double[type == DType.Float64 ? Shapes.Size(dims) : throw Unsupported(type)];
        Draw.Normal(doubles, random);
        return Tensor.From<double>(Array.ConvertAll(doubles, v => (v * stddev) + mean), dims);
    }

    /// <summary>Normally distributed numbers within two standard deviations of the mean.</summary>
    public static Tensor TruncatedNormal(int[] dims, DType type, double mean, double stddev, Philox random)
    {
        if (type == DType.Float32)
        {
            var floats = new float[Shapes.Size(dims)];
            Draw.TruncatedNormal(floats, random, (float)mean, (float)stddev);
            return Tensor.From<float>(floats, dims);
        }

        var doubles = new double[type == DType.Float64 ? Shapes.Size(dims) : throw Unsupported(type)];
        Draw.TruncatedNormal(doubles, random);
        return Tensor.From<double>(Array.ConvertAll(doubles, v => (v * stddev) + mean), dims);
    }

    /// <summary>The parts along the first axis in random order.</summary>
    public static Tensor Shuffle(Tensor value, Philox random)
    {
        if (value.ndim == 0)
        {
            return value;
        }

        int[] order = [.. Enumerable.Range(0, value.dim(0))];
        Draw.Shuffle<int>(order, random);
        return keras.ops.take(value, Tensor.From<int>(order, order.Length), 0);
    }

    /// <summary>Numbers of classes: where a uniform float64 number falls in the running sum of the row's probabilities.</summary>
    public static Tensor Categorical(Tensor logits, int samples, DType type, Philox random)
    {
        if (logits.ndim != 2)
        {
            throw new tf.errors.InvalidArgumentError($"logits should be a matrix, got shape [{string.Join(",", logits.Dims.ToArray())}]");
        }

        var (rows, classes) = (logits.dim(0), logits.dim(1));
        var values = keras.ops.cast(logits, DType.Float64).ToArray<double>();
        var uniform = new double[rows * samples];
        Draw.Uniform(uniform, random);
        var drawn = new long[rows * samples];
        for (var row = 0; row < rows; row++)
        {
            var sums = RunningSums(values.AsSpan(row * classes, classes));
            for (var i = 0; i < samples; i++)
            {
                var wanted = uniform[(row * samples) + i] * sums[^1];
                var found = Array.FindIndex(sums, sum => sum > wanted);
                drawn[(row * samples) + i] = found < 0 ? classes : found;
            }
        }

        return keras.ops.cast(Tensor.From<long>(drawn, rows, samples), type);
    }

    private static double[] RunningSums(ReadOnlySpan<double> logits)
    {
        var largest = double.NegativeInfinity;
        foreach (var logit in logits)
        {
            largest = double.IsFinite(logit) ? Math.Max(largest, logit) : largest;
        }

        var (sums, total) = (new double[logits.Length], 0.0);
        for (var i = 0; i < logits.Length; i++)
        {
            total += double.IsFinite(logits[i]) ? Math.Exp(logits[i] - largest) : 0;
            sums[i] = total;
        }

        return sums;
    }

    private static double Upper(DType type, double low, double? high) => high is not { } bound
        ? throw new ValueError($"Must specify maxval for integer dtype {type.Name()}")
        : bound > low ? bound : throw new tf.errors.InvalidArgumentError($"Need minval < maxval, got {low} >= {bound}");

    private static TypeError Unsupported(DType type) => new($"Random numbers are drawn as float32, float64, int32 or int64. Received: {type.Name()}");
}

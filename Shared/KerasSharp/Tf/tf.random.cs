using KerasSharp.Engine;

namespace KerasSharp;

// Random tensors of the global seed, and of an operation's own.
public static partial class tf
{
    /// <summary>
    /// Random tensors: TensorFlow's numbers for the same seeds on a CPU. An operation with a seed of its own goes on in its stream with each
    /// call. Source: <see href="https://www.tensorflow.org/api_docs/python/tf/random"/>.
    /// </summary>
    public static partial class random
    {
        /// <summary>
        /// Seeds what TensorFlow draws: the order of the samples in <c>fit</c>, dropout, <c>tf.random</c>, shuffled data sets. Initial weights, which
        /// Keras then leaves to chance, follow from the seed as well. NumPy's generator is another one (<c>np.random.seed</c>);
        /// <c>keras.utils.set_random_seed</c> seeds all.
        /// </summary>
        public static void set_seed(long seed) => Seeds.SetGlobal(seed);

        /// <summary>Numbers between two bounds, each equally likely.</summary>
        /// <param name="shape">The shape.</param>
        /// <param name="minval">The lower bound, which can come up.</param>
        /// <param name="maxval">The upper bound, which cannot; 1 for floats if not given, required for integers.</param>
        /// <param name="dtype">float32, float64, int32 or int64; float32 if not given.</param>
        /// <param name="seed">The operation's own seed.</param>
        /// <param name="name">Only for Python's sake.</param>
        /// <exception cref="ValueError">Integers have no upper bound, or the bounds leave nothing.</exception>
        /// <exception cref="TypeError">Nothing is drawn of such a type.</exception>
        [TfFunction("random.uniform")]
        public static Tensor uniform(ShapeLike shape, double minval = 0, double? maxval = null, DTypeLike dtype = default, int? seed = null, string? name = null)
        {
            if (shape.IsSymbolic)
            {
                return Symbolic("random.uniform", shape, dtype, minval, maxval, dtype, seed, name);
            }

            var (dims, type) = (shape.ResolveKnown(), dtype.Or(DType.Float32));
            var operation = type.IsFloating() ? "RandomUniform" : "RandomUniformInt";
            return RandomTensors.Uniform(dims, type, minval, maxval, Next(operation, dims, seed));
        }

        /// <summary>Normally distributed numbers.</summary>
        /// <param name="shape">The shape.</param>
        /// <param name="mean">The mean.</param>
        /// <param name="stddev">The standard deviation.</param>
        /// <param name="dtype">float32 or float64; float32 if not given.</param>
        /// <param name="seed">The operation's own seed.</param>
        /// <param name="name">Only for Python's sake.</param>
        [TfFunction("random.normal")]
        public static Tensor normal(ShapeLike shape, double mean = 0, double stddev = 1, DTypeLike dtype = default, int? seed = null, string? name = null)
        {
            if (shape.IsSymbolic)
            {
                return Symbolic("random.normal", shape, dtype, mean, stddev, dtype, seed, name);
            }

            var dims = shape.ResolveKnown();
            return RandomTensors.Normal(dims, dtype.Or(DType.Float32), mean, stddev, Next("RandomStandardNormal", dims, seed));
        }

        /// <summary>Normally distributed numbers; those more than two standard deviations from the mean are drawn again.</summary>
        /// <inheritdoc cref="normal"/>
        [TfFunction("random.truncated_normal")]
        public static Tensor truncated_normal(
            ShapeLike shape, double mean = 0, double stddev = 1, DTypeLike dtype = default, int? seed = null, string? name = null)
        {
            if (shape.IsSymbolic)
            {
                return Symbolic("random.truncated_normal", shape, dtype, mean, stddev, dtype, seed, name);
            }

            var dims = shape.ResolveKnown();
            return RandomTensors.TruncatedNormal(dims, dtype.Or(DType.Float32), mean, stddev, Next("TruncatedNormal", dims, seed));
        }

        /// <summary>The parts along the first axis in random order.</summary>
        /// <param name="value">A tensor.</param>
        /// <param name="seed">The operation's own seed.</param>
        /// <param name="name">Only for Python's sake.</param>
        [TfFunction("random.shuffle")]
        public static Tensor shuffle(TensorLike value, int? seed = null, string? name = null)
        {
            if (Lambda.Takes(value))
            {
                return Lambda.Call("random.shuffle", value, seed, name);
            }

            var tensor = value.ToTensor();
            return tensor.IsSymbolic ? Lambda.Unknown(tensor.dtype, tensor.DimsArray) : RandomTensors.Shuffle(tensor, Seeds.Stream("RandomShuffle", () => seed).Next(tensor.size));
        }

        /// <summary>Numbers of classes, drawn by unnormalized log-probabilities.</summary>
        /// <param name="logits">(batch, classes).</param>
        /// <param name="num_samples">How many are drawn for each row.</param>
        /// <param name="dtype">int64 or int32; int64 if not given.</param>
        /// <param name="seed">The operation's own seed.</param>
        /// <param name="name">Only for Python's sake.</param>
        /// <returns>(batch, num_samples).</returns>
        [TfFunction("random.categorical")]
        public static Tensor categorical(TensorLike logits, int num_samples, DTypeLike dtype = default, int? seed = null, string? name = null)
        {
            if (Lambda.Takes(logits))
            {
                return Lambda.Call("random.categorical", logits, num_samples, dtype, seed, name);
            }

            var tensor = logits.ToTensor();
            if (tensor.IsSymbolic)
            {
                return Lambda.Unknown(dtype.Or(DType.Int64), tensor.dim(0), num_samples);
            }

            var reserved = (long)tensor.dim(0) * ((num_samples + 3) / 4 * 4);
            return RandomTensors.Categorical(tensor, num_samples, dtype.Or(DType.Int64), Seeds.Stream("Multinomial", () => seed).Next(reserved));
        }

        // Nothing is drawn where the shape has no value: outside of layers the call becomes an op layer, inside only the shape is asked for.
        private static Tensor Symbolic(string function, ShapeLike shape, DTypeLike dtype, params object?[] arguments)
            => Lambda.Takes(shape) ? Lambda.Call(function, [shape, .. arguments]) : Lambda.Unknown(dtype.Or(DType.Float32), shape.Resolve());

        private static Philox Next(string operation, int[] dims, int? seed) => Seeds.Stream(operation, () => seed).Next(Shapes.Size(dims));
    }
}

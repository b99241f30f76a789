using KerasSharp.Engine;

namespace KerasSharp;

// Random tensors of nothing but their seed: two whole numbers.
public static partial class tf
{
    public static partial class random
    {
        /// <summary>Numbers between two bounds, each equally likely: the same for the same seed.</summary>
        /// <param name="shape">The shape.</param>
        /// <param name="seed">Two whole numbers.</param>
        /// <param name="minval">The lower bound, which can come up. With no bounds at all integers take any value: <c>minval: null</c>.</param>
        /// <param name="maxval">The upper bound, which cannot; 1 for floats if not given.</param>
        /// <param name="dtype">float32, float64, int32 or int64; float32 if not given.</param>
        /// <param name="name">Only for Python's sake.</param>
        /// <param name="alg"><c>auto_select</c> or <c>philox</c>, which are the same on a CPU.</param>
        /// <exception cref="ValueError">The seed is not two numbers, integers have no upper bound, or the algorithm is another one.</exception>
        [TfFunction("random.stateless_uniform")]
        public static Tensor stateless_uniform(
            ShapeLike shape, TensorLike seed, double? minval = 0, double? maxval = null, DTypeLike dtype = default, string? name = null, string alg = "auto_select")
        {
            var type = dtype.Or(DType.Float32);
            return shape.IsSymbolic ? Symbolic("random.stateless_uniform", shape, dtype, seed, minval, maxval, dtype, name, alg)
                : minval is null && maxval is null && !type.IsFloating() ? RandomTensors.AnyInteger(shape.Resolve(), type, Generator(seed, alg))
                : RandomTensors.Uniform(shape.Resolve(), type, minval ?? 0, maxval, Generator(seed, alg));
        }

        /// <summary>Normally distributed numbers: the same for the same seed.</summary>
        /// <param name="shape">The shape.</param>
        /// <param name="seed">Two whole numbers.</param>
        /// <param name="mean">The mean.</param>
        /// <param name="stddev">The standard deviation.</param>
        /// <param name="dtype">float32 or float64; float32 if not given.</param>
        /// <param name="name">Only for Python's sake.</param>
        /// <param name="alg"><c>auto_select</c> or <c>philox</c>, which are the same on a CPU.</param>
        /// <exception cref="ValueError">The seed is not two numbers, or the algorithm is another one.</exception>
        [TfFunction("random.stateless_normal")]
        public static Tensor stateless_normal(
            ShapeLike shape, TensorLike seed, double mean = 0, double stddev = 1, DTypeLike dtype = default, string? name = null, string alg = "auto_select")
            => shape.IsSymbolic ? Symbolic("random.stateless_normal", shape, dtype, seed, mean, stddev, dtype, name, alg) : RandomTensors.Normal(shape.Resolve(), dtype.Or(DType.Float32), mean, stddev, Generator(seed, alg));

        /// <summary>Normally distributed numbers of less than two standard deviations from the mean: the same for the same seed.</summary>
        /// <inheritdoc cref="stateless_normal"/>
        [TfFunction("random.stateless_truncated_normal")]
        public static Tensor stateless_truncated_normal(
            ShapeLike shape, TensorLike seed, double mean = 0, double stddev = 1, DTypeLike dtype = default, string? name = null, string alg = "auto_select")
            => shape.IsSymbolic ? Symbolic("random.stateless_truncated_normal", shape, dtype, seed, mean, stddev, dtype, name, alg) : RandomTensors.TruncatedNormal(shape.Resolve(), dtype.Or(DType.Float32), mean, stddev, Generator(seed, alg));

        /// <summary>Numbers of classes, drawn by unnormalized log-probabilities: the same for the same seed.</summary>
        /// <param name="logits">(batch, classes).</param>
        /// <param name="num_samples">How many are drawn for each row.</param>
        /// <param name="seed">Two whole numbers.</param>
        /// <param name="dtype">int64 or int32; int64 if not given.</param>
        /// <param name="name">Only for Python's sake.</param>
        public static Tensor stateless_categorical(TensorLike logits, int num_samples, TensorLike seed, DTypeLike dtype = default, string? name = null)
            => RandomTensors.Categorical(logits.ToTensor(), num_samples, dtype.Or(DType.Int64), Generator(seed, "philox"));

        /// <summary>New seeds out of one.</summary>
        /// <param name="seed">Two whole numbers.</param>
        /// <param name="num">How many.</param>
        /// <param name="alg"><c>auto_select</c> or <c>philox</c>.</param>
        /// <returns>(num, 2), of the seed's type.</returns>
        public static Tensor split(TensorLike seed, int num = 2, string alg = "auto_select")
            => RandomTensors.AnyInteger([num, 2], seed.ToTensor().dtype, Generator(seed, alg));

        /// <summary>A new seed out of one and a number.</summary>
        /// <param name="seed">Two whole numbers.</param>
        /// <param name="data">The number.</param>
        /// <param name="alg"><c>auto_select</c> or <c>philox</c>.</param>
        public static Tensor fold_in(TensorLike seed, TensorLike data, string alg = "auto_select")
        {
            var number = data.ToTensor();
            return keras.ops.stack([RandomTensors.AnyInteger([], number.dtype, Generator(seed, alg)), number]);
        }

        private static Philox Generator(TensorLike seed, string alg)
        {
            var two = keras.ops.cast(seed.ToTensor(), DType.Int64).ToArray<long>();
            return two.Length != 2 ? throw new InvalidArgumentError($"seed must have shape [2], not {PythonShape(seed.ToTensor())}")
                : alg is "auto_select" or "philox" ? Philox.OfSeed(two[0], two[1])
                : throw new ValueError($"Argument `alg` got unsupported string value {alg}. Supported string values are 'philox' for the Philox algorithm, "
                    + "'threefry' for the ThreeFry algorithm, and 'auto_select' for auto-selection. Of these, only Philox draws on a CPU.");
        }

        private static string PythonShape(Tensor tensor) => $"[{string.Join(",", tensor.Dims.ToArray())}]";

        /// <summary>Source: <see href="https://www.tensorflow.org/api_docs/python/tf/random/experimental"/>.</summary>
        public static class experimental
        {
            /// <summary>The parts along the first axis in random order: the same for the same seed.</summary>
            /// <param name="value">A tensor.</param>
            /// <param name="seed">Two whole numbers.</param>
            /// <param name="alg"><c>auto_select</c> or <c>philox</c>.</param>
            /// <param name="name">Only for Python's sake.</param>
            public static Tensor stateless_shuffle(TensorLike value, TensorLike seed, string alg = "auto_select", string? name = null)
                => RandomTensors.Shuffle(value.ToTensor(), Generator(seed, alg));
        }
    }
}

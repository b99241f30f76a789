using KerasSharp.Engine;
using NumSharp;

namespace KerasSharp;

public static partial class keras
{
    /// <summary>Helpers around models and data. Source: <see href="https://keras.io/api/utils/"/>.</summary>
    public static partial class utils
    {
        /// <summary>
        /// Seeds NumPy's generator, Python's (the order of a <see cref="Sequence"/>) and TensorFlow's: initial weights, the order of the samples in
        /// <c>fit</c>, dropout and shuffled data sets are those that Keras 2.15 has after the same seed on a CPU.
        /// Source: <see href="https://keras.io/api/utils/python_utils/#setrandomseed-function"/>.
        /// </summary>
        /// <param name="seed">0 to 2^31 - 1.</param>
        /// <exception cref="ValueError">The seed is negative.</exception>
        public static void set_random_seed(int seed)
        {
            if (seed < 0)
            {
                throw new ValueError("Seed must be between 0 and 2**32 - 1");
            }

            np.random.seed(seed);
            Seeds.SetAll(seed);
        }
    }
}

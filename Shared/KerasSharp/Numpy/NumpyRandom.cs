using KerasSharp.Numpy;
using KerasSharp.Python;
using NumSharp;

namespace KerasSharp;

/// <summary>
/// What NumSharp's <c>np.random</c> lacks of NumPy's numbers. Its <c>seed</c>, <c>rand</c>, <c>randn</c>, <c>normal</c>, <c>uniform</c>,
/// <c>randint</c> of its default dtype, <c>permutation</c> and <c>shuffle</c> give NumPy's legacy streams to the last bit.
/// Two of its functions do not, and C# lets no extension take the place of a member:
/// <list type="bullet">
/// <item><c>np.random.choice(n, k, replace: false)</c> draws other numbers. Write <c>np.random.choice(range(n), k, replace: false)</c>,
/// which is valid Python too and means the same there: that form stands here and draws what NumPy draws.</item>
/// <item><c>np.random.randint(low, high, size, dtype: np.uint8)</c> draws other numbers. Write <c>dtype: "uint8"</c>, valid Python too.</item>
/// </list>
/// Source: <see href="https://numpy.org/doc/1.26/reference/random/legacy.html"/>.
/// </summary>
public static class NumpyRandom
{
    extension(NumPyRandom random)
    {
        /// <summary>One of the numbers of a range, each as likely.</summary>
        public long choice(PythonRange a) => random.choice(a, 1).GetInt64(0);

        /// <summary><paramref name="size"/> numbers of a range.</summary>
        /// <param name="a">The numbers to choose from: <c>range(len(X_test))</c>.</param>
        /// <param name="size">How many.</param>
        /// <param name="replace">Whether a number may be chosen more than once.</param>
        /// <param name="p">The probability of each number; all the same where not given.</param>
        /// <returns>int64 of shape (size,).</returns>
        /// <exception cref="ValueError">There are too few numbers, or the probabilities do not fit them, in NumPy's words.</exception>
        public NDArray choice(PythonRange a, int size, bool replace = true, double[]? p = null)
        {
            ArgumentNullException.ThrowIfNull(a);
            if (a.Count == 0 && size > 0)
            {
                throw new ValueError("'a' cannot be empty unless no samples are taken");
            }

            Check(p, a.Count);
            if (!replace && size > a.Count)
            {
                throw new ValueError("Cannot take a larger sample than population when 'replace=False'");
            }

            var chosen = replace
                ? (p is null ? Uniform(random, a.Count, size) : ByProbability(p, Numbers(random, size)))
                : (p is null ? Permuted(random, a.Count, size) : WithoutRepetition(random, p, size));
            return new NDArray(Array.ConvertAll(chosen, i => (long)a[i]));
        }

        /// <summary>Whole numbers from <paramref name="low"/> up to, not including, <paramref name="high"/>, of a named dtype.</summary>
        /// <param name="low">The least number.</param>
        /// <param name="high">The bound, which is not reached.</param>
        /// <param name="size">The shape.</param>
        /// <param name="dtype"><c>bool</c>, <c>int8</c> to <c>int64</c>, <c>uint8</c> to <c>uint64</c>: each draws in its own way.</param>
        /// <exception cref="ValueError">The bounds leave nothing, or are not of the dtype, in NumPy's words.</exception>
        public NDArray randint(long low, long high, IntTuple size, string dtype) => NumpyBoundedIntegers.Draw(random, low, high, size, dtype);
    }

    private static void Check(double[]? p, int count)
    {
        if (p is null)
        {
            return;
        }

        var problem = p.Length != count ? "'a' and 'p' must have same size"
            : p.Any(double.IsNaN) ? "probabilities contain NaN"
            : p.Any(v => v < 0) ? "probabilities are not non-negative"
            : Math.Abs(p.Sum() - 1) > 1.5e-8 ? "probabilities do not sum to 1" : null;
        if (problem is not null)
        {
            throw new ValueError(problem);
        }
    }

    private static int[] Uniform(NumPyRandom random, int count, int size) =>
        size == 0 ? [] : Array.ConvertAll(random.randint(0, count, size, "int64").ToArray<long>(), i => (int)i);

    private static int[] Permuted(NumPyRandom random, int count, int size)
    {
        var order = random.permutation(count);
        var first = new int[size];
        for (var i = 0; i < size; i++)
        {
            first[i] = Convert.ToInt32(order.GetAtIndex(i));
        }

        return first;
    }

    /// <summary>For each number in [0, 1) the first index whose summed probability is above it.</summary>
    private static int[] ByProbability(double[] p, double[] numbers)
    {
        var sums = new double[p.Length];
        var total = 0.0;
        for (var i = 0; i < p.Length; i++)
        {
            sums[i] = total += p[i];
        }

        return Array.ConvertAll(numbers, u => Array.FindIndex(sums, s => s / total > u) is >= 0 and var i ? i : p.Length - 1);
    }

    /// <summary>NumPy's way: draw as many as are missing, keep the new ones in the order in which they came, strike them out, repeat.</summary>
    private static int[] WithoutRepetition(NumPyRandom random, double[] p, int size)
    {
        if (p.Count(v => v > 0) < size)
        {
            throw new ValueError("Fewer non-zero entries in p than size");
        }

        var left = p.ToArray();
        var found = new List<int>(size);
        while (found.Count < size)
        {
            foreach (var i in ByProbability(left, Numbers(random, size - found.Count)).Distinct())
            {
                found.Add(i);
            }

            found.ForEach(i => left[i] = 0);
        }

        return [.. found];
    }

    private static double[] Numbers(NumPyRandom random, int count) => count == 0 ? [] : random.random_sample(count).ToArray<double>();
}

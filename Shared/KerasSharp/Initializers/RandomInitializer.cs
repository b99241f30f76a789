using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp.Initializers;

/// <summary>The base of initializers that draw random numbers.</summary>
/// <param name="seed">
/// Makes the values reproducible. Without one the initializer takes the next of the seeds that follow from
/// <c>keras.utils.set_random_seed</c> when it is made.
/// </param>
public abstract class RandomInitializer(int? seed) : Initializer
{
    private readonly Lock gate = new();
    private static long made;
    private readonly long number = Interlocked.Increment(ref made);
    private long drawn = seed ?? Seeds.NextLayer();
    private bool used;

    /// <summary>The seed; null if none was given.</summary>
    public int? seed { get; } = seed;

    /// <summary>Whether it was made of a name or a configuration, for the layer that takes it alone.</summary>
    internal bool IsByName { get; set; }

    /// <inheritdoc/>
    public sealed override Tensor call(ReadOnlySpan<int> shape, string dtype = "float32")
    {
        if (dtype != "float32")
        {
            throw new ValueError($"Expected float point dtype, got {dtype}.");
        }

        var values = new float[CheckedGeometry.Weights(shape)];
        Fill(values, shape, Generator());
        return Tensor.From<float>(values, shape.ToArray());
    }

    /// <inheritdoc/>
    public override Config get_config() => new() { ["seed"] = seed };

    /// <summary>Deals the seeds that some initializers without one have taken anew: the first taken goes to the first of them.</summary>
    internal static void InOrder(RandomInitializer[] initializers)
    {
        var seeds = initializers.OrderBy(i => i.number).Select(i => i.drawn).ToArray();
        for (var i = 0; i < seeds.Length; i++)
        {
            initializers[i].drawn = seeds[i];
        }
    }

    /// <summary>Draws the values, row-major.</summary>
    private protected abstract void Fill(Span<float> values, ReadOnlySpan<int> shape, Philox random);

    private Philox Generator()
    {
        lock (gate)
        {
            if (used && seed is null)
            {
                Console.Error.WriteLine($"UserWarning: The initializer {GetType().Name} is unseeded and being called multiple times, which will return "
                    + "identical values each time (even if the initializer is unseeded). Please update your code to provide a seed to the initializer, "
                    + "or avoid using the same initializer instance more than once.");
            }

            used = true;
        }

        return Philox.OfSeed(drawn, 0);
    }
}

using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp.Initializers;

/// <summary>The base of initializers that draw random numbers.</summary>
/// <param name="seed">
/// Makes the values reproducible. Without one the initializer takes the next of the seeds that follow from
/// <c>keras.utils.set_random_seed</c> when it is first called, so one that no weight is drawn with takes none.
/// </param>
public abstract class RandomInitializer(int? seed) : Initializer
{
    private readonly Lock gate = new();
    private long? drawn = seed;

    /// <summary>The seed; null if none was given.</summary>
    public int? seed { get; } = seed;

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

    /// <summary>Draws the values, row-major.</summary>
    private protected abstract void Fill(Span<float> values, ReadOnlySpan<int> shape, Philox random);

    private Philox Generator()
    {
        lock (gate)
        {
            if (drawn is not null && seed is null)
            {
                Console.Error.WriteLine($"UserWarning: The initializer {GetType().Name} is unseeded and being called multiple times, which will return "
                    + "identical values each time (even if the initializer is unseeded). Please update your code to provide a seed to the initializer, "
                    + "or avoid using the same initializer instance more than once.");
            }

            drawn ??= Seeds.NextLayer();
            return Philox.OfSeed(drawn.Value, 0);
        }
    }
}

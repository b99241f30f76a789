using KerasSharp.Engine;

namespace KerasSharp.Layers;

/// <summary>What layers that draw random numbers have in common: a seed, and an output of the input's shape unless they say otherwise.</summary>
public abstract class BaseRandomLayer : Layer
{
    /// <summary>A layer of these arguments.</summary>
    /// <param name="seed">Makes the numbers reproducible, apart from the global seed.</param>
    /// <param name="kwargs">What every layer takes.</param>
    private protected BaseRandomLayer(int? seed, LayerArguments kwargs)
        : base(kwargs)
    {
        this.seed = seed;
        Random = new(this, seed);
    }

    /// <summary>The seed; null if none was given.</summary>
    public int? seed { get; }

    /// <summary>The numbers of this layer's calls.</summary>
    private protected LayerSeed Random { get; }

    /// <inheritdoc/>
    public override TensorShape compute_output_shape(TensorShape input_shape) => input_shape;
}

using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp.Layers;

/// <summary>
/// What layers that change images at random have in common. They do it in training only; called outside of a model they take it for training.
/// Images are (batch, height, width, channels), or one without the batch. Their numbers come from a stream of the layer's own, as in Keras.
/// </summary>
public abstract class BaseAugmentation : BaseRandomLayer
{
    private RandomStream? stream;

    /// <summary>A layer of these arguments.</summary>
    private protected BaseAugmentation(int? seed, LayerArguments kwargs)
        : base(seed, kwargs)
    {
    }

    /// <summary>Takes the seed of the layer's stream: the next of the global ones if it has none of its own.</summary>
    public override void build(TensorShape input_shape)
    {
        stream = new(new Philox(0, (UInt128)(ulong)(seed ?? Seeds.NextLayer())));
        built = true;
    }

    /// <summary>The changed images in training, float32; else the images.</summary>
    /// <param name="inputs">(batch, height, width, channels) or (height, width, channels), of any type of numbers.</param>
    /// <param name="training">Whether images are changed.</param>
    public override Tensor call(Tensor inputs, bool? training = true)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var images = inputs.dtype == Engine.DType.Float32 ? inputs : ops.cast(inputs, Engine.DType.Float32);
        return inputs.ndim is not (3 or 4)
            ? throw new ValueError($"Expected the input image to be rank 3 or 4. Received: inputs.shape={inputs.shape}")
            : training == true && !inputs.IsSymbolic ? Augment(images) : Otherwise(images);
    }

    /// <summary>Changes images of rank 3 or 4.</summary>
    private protected abstract Tensor Augment(Tensor images);

    /// <summary>What is given outside of training.</summary>
    private protected virtual Tensor Otherwise(Tensor images) => images;

    private protected override Engine.DType InferDType(Engine.DType input) => Engine.DType.Float32;

    /// <summary>Uniform numbers of the layer's stream.</summary>
    private protected float[] Draw(int count, double low, double high)
    {
        var values = new float[count];
        Engine.Draw.Uniform(values, stream!.Next(count), (float)low, (float)high);
        return values;
    }

    /// <summary>Whole numbers of the layer's stream, [0, 2^31 - 1).</summary>
    private protected int[] DrawIntegers(int count)
    {
        var values = new int[count];
        Engine.Draw.Integers(values, stream!.Next(count), 0, int.MaxValue);
        return values;
    }

    /// <summary>A generator for one use, of one number of the layer's stream.</summary>
    private protected Philox DrawGenerator()
    {
        Span<uint> words = stackalloc uint[2];
        stream!.Next(1).Words(words);
        return Philox.OfSeed((long)(((ulong)words[1] << 32) | words[0]), 0);
    }
}

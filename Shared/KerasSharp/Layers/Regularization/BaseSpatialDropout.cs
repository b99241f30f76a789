using KerasSharp.Engine;

namespace KerasSharp.Layers;

/// <summary>What spatial dropouts have in common: a channel of a sample is kept or dropped as a whole.</summary>
public abstract class BaseSpatialDropout : Dropout
{
    /// <summary>A layer of these arguments.</summary>
    /// <exception cref="ValueError">The rate or the data format is none.</exception>
    /// <exception cref="NotImplementedError">A noise shape was given: it follows from the input.</exception>
    private protected BaseSpatialDropout(int spatial, double rate, string? data_format, TensorShape noise_shape, int? seed, LayerArguments kwargs)
        : base(rate, noise_shape, seed, kwargs)
    {
        if (noise_shape.is_given)
        {
            throw new NotImplementedError($"{GetType().Name} does not support the argument `noise_shape`: whole channels are dropped. Received: noise_shape={noise_shape}");
        }

        IsChannelsFirst = (data_format ?? keras.backend.image_data_format()) switch
        {
            "channels_last" => false,
            "channels_first" => true,
            var other => throw new ValueError($"`data_format` must be \"channels_last\" or \"channels_first\". Received: data_format={other}."),
        };
        input_spec = new InputSpec(ndim: spatial + 2);
    }

    /// <summary>Whether the channels stand behind the batch.</summary>
    private protected bool IsChannelsFirst { get; }

    private protected override int[] NoiseShape(Tensor x)
    {
        var channels = IsChannelsFirst ? 1 : x.ndim - 1;
        return [.. Enumerable.Range(0, x.ndim).Select(axis => axis == 0 || axis == channels ? x.dim(axis) : 1)];
    }
}

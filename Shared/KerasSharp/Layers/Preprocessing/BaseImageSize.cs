using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>What layers have in common that give images of a fixed size: (…, height, width, channels), one image or a batch.</summary>
public abstract class BaseImageSize : Layer
{
    /// <summary>A layer that gives images of this size.</summary>
    /// <exception cref="ValueError">A length is not positive.</exception>
    private protected BaseImageSize(int height, int width, LayerArguments kwargs)
        : base(kwargs)
    {
        this.height = height > 0 ? height : throw new ValueError($"`height` must be a positive integer. Received: height={height}");
        this.width = width > 0 ? width : throw new ValueError($"`width` must be a positive integer. Received: width={width}");
    }

    /// <summary>The height of the output.</summary>
    public int height { get; }

    /// <summary>The width of the output.</summary>
    public int width { get; }

    /// <inheritdoc/>
    public sealed override Tensor call(Tensor inputs, bool? training = null)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        RequireImages(inputs.shape);
        var x = keras.ops.cast(inputs, "float32");
        return x.ndim == 3 ? keras.ops.squeeze(Change(keras.ops.expand_dims(x, 0)), 0) : Change(x);
    }

    /// <inheritdoc/>
    public override TensorShape compute_output_shape(TensorShape input_shape)
    {
        RequireImages(input_shape);
        return new([.. input_shape.Take(input_shape.rank - 3), height, width, input_shape[^1]]);
    }

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["height"] = height, ["width"] = width };

    /// <summary>Changes float32 images (n, h, w, c).</summary>
    private protected abstract Tensor Change(Tensor images);

    private protected override DType InferDType(DType input) => DType.Float32;

    private static void RequireImages(TensorShape shape)
    {
        if (shape.rank is not (3 or 4))
        {
            throw new ValueError($"'images' must have either 3 or 4 dimensions. Received: shape {shape}");
        }
    }
}

using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>
/// The same elements in another shape: (batch, …) → (batch, target_shape).
/// Source: <see href="https://keras.io/api/layers/reshaping_layers/reshape/"/>.
/// </summary>
/// <param name="target_shape">The new shape of one sample; one dimension may be -1 and follows from the others.</param>
/// <param name="kwargs">What every layer takes.</param>
[KerasExport("keras.layers.Reshape")]
public class Reshape(TensorShape target_shape, LayerArguments kwargs = default) : Layer(kwargs)
{
    /// <summary>The new shape of one sample; -1 follows from the others.</summary>
    public TensorShape target_shape { get; } = target_shape;

    /// <inheritdoc/>
    public override Tensor call(Tensor inputs, bool? training = null)
    {
        var sample = compute_output_shape(inputs.shape).without_batch().ToDims();
        return keras.ops.reshape(inputs, [inputs.dim(0), .. sample]);
    }

    /// <inheritdoc/>
    /// <exception cref="ValueError">The sizes do not fit, or two dimensions are open.</exception>
    public override TensorShape compute_output_shape(TensorShape input_shape)
    {
        var target = target_shape.ToDims();
        var open = Array.IndexOf(target, -1);
        if (open >= 0 && Array.LastIndexOf(target, -1) != open)
        {
            throw new ValueError($"There must be at most one unknown dimension in output_shape. Received: output_shape={Text(target)}.");
        }

        if (Array.Exists(target, d => d < -1))
        {
            throw new ValueError($"The dimensions of `target_shape` are at least -1. Received: target_shape={target_shape}");
        }

        var input = input_shape.without_batch();
        if (input.num_elements() is { } size)
        {
            var known = CheckedGeometry.Product([.. target.Where(d => d != -1)]);
            if (open >= 0 ? known == 0 || size % known != 0 : known != size)
            {
                throw new ValueError("total size of new array must be unchanged, "
                    + $"input_shape = {Text(input.ToDims())}, output_shape = {Text(target)}");
            }

            if (open >= 0)
            {
                target[open] = CheckedGeometry.Dimension(size / known, $"the open dimension of target_shape={target_shape}");
            }
        }

        return new([input_shape[0], .. target.Select(d => d == -1 ? (int?)null : d)]);
    }

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["target_shape"] = target_shape };

    private static string Text(int[] dims) => $"[{string.Join(", ", dims)}]";
}

using KerasSharp.Engine;

namespace KerasSharp.Layers;

/// <summary>What layers that join several inputs element by element have in common: they broadcast, and masks are joined by and.</summary>
public abstract class BaseMerge(LayerArguments kwargs) : Layer(kwargs)
{
    /// <inheritdoc/>
    /// <exception cref="ValueError">It is one shape, or the shapes do not fit, in Keras's words.</exception>
    public override void build(Nest<TensorShape> input_shape)
    {
        ArgumentNullException.ThrowIfNull(input_shape);
        compute_output_shape(input_shape);
        var shapes = input_shape.flatten();
        if (shapes.Select(shape => shape.rank > 0 ? shape[0] : null).Where(batch => batch is not null).Distinct().Count() > 1)
        {
            throw new ValueError($"Cannot merge tensors with different batch sizes. Received tensors with shapes {input_shape}");
        }

        built = true;
    }

    /// <inheritdoc/>
    public override Tensor call(Nest<Tensor> inputs, in CallArguments args)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        if (!inputs.IsList)
        {
            throw new ValueError($"A merge layer should be called on a list of inputs. Received: inputs={inputs} (not a list of tensors)");
        }

        return Merge(SameRanks(inputs.flatten()));
    }

    /// <inheritdoc/>
    public override Nest<TensorShape> compute_output_shape(Nest<TensorShape> input_shape)
    {
        ArgumentNullException.ThrowIfNull(input_shape);
        if (!input_shape.IsList)
        {
            throw new ValueError($"A merge layer should be called on a list of inputs. Received: input_shape={input_shape} (not a list of shapes)");
        }

        var shapes = input_shape.flatten();
        if (shapes.Count == 0)
        {
            throw new ValueError($"A merge layer should be called on a list of at least 1 input. Received 0 inputs. Full input_shape received: {input_shape}");
        }

        var sample = shapes[0].without_batch();
        foreach (var shape in shapes.Skip(1))
        {
            sample = Broadcast(sample, shape.without_batch());
        }

        var batches = shapes.Select(shape => shape[0]).Where(batch => batch is not null).Distinct().ToArray();
        return sample.with_batch(batches.Length == 1 ? batches[0] : null);
    }

    /// <inheritdoc/>
    public override Nest<Tensor>? compute_mask(Nest<Tensor> inputs, Nest<Tensor>? mask)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        if (mask is null)
        {
            return null;
        }

        CheckMasks(inputs, mask);
        var there = mask.flatten().Where(one => one is not null).ToArray();
        return there.Length == 0 ? null : new Nest<Tensor>(there.Aggregate(keras.ops.logical_and));
    }

    /// <summary>Joins inputs of one rank.</summary>
    private protected abstract Tensor Merge(IReadOnlyList<Tensor> inputs);

    /// <summary>Refuses masks that are not one for each input.</summary>
    internal static void CheckMasks(Nest<Tensor> inputs, Nest<Tensor> mask)
    {
        if (!mask.IsList)
        {
            throw new ValueError($"`mask` should be a list. Received: mask={mask}");
        }

        if (!inputs.IsList)
        {
            throw new ValueError($"`inputs` should be a list. Received: inputs={inputs}");
        }

        if (mask.Count != inputs.Count)
        {
            throw new ValueError("The lists `inputs` and `mask` should have the same length. "
                + $"Received: inputs={inputs} of length {inputs.Count}, and mask={mask} of length {mask.Count}");
        }
    }

    // Missing axes stand behind the batch.
    private static List<Tensor> SameRanks(List<Tensor> inputs)
    {
        var rank = inputs.Max(x => x.ndim);
        for (var i = 0; i < inputs.Count; i++)
        {
            while (inputs[i].ndim < rank)
            {
                inputs[i] = keras.ops.expand_dims(inputs[i], 1);
            }
        }

        return inputs;
    }

    private static TensorShape Broadcast(TensorShape a, TensorShape b)
    {
        if (a.rank < b.rank)
        {
            (a, b) = (b, a);
        }

        var result = a.ToArray();
        for (var i = 1; i <= b.rank; i++)
        {
            var (x, y) = (a[^i], b[^i]);
            result[^i] = x is null || y is null ? null : x == 1 ? y : y == 1 || x == y ? x
                : throw new ValueError($"Inputs have incompatible shapes. Received shapes {a} and {b}");
        }

        return new(result);
    }
}

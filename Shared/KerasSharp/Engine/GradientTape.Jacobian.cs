using static KerasSharp.keras;

namespace KerasSharp.Engine;

// Derivatives of each element of the target.
public sealed partial class GradientTape
{
    /// <summary>
    /// The derivative of each element of <paramref name="target"/> by each element of <paramref name="sources"/>: shape
    /// <c>target.shape + sources.shape</c>. Null where nothing depends on the source.
    /// </summary>
    /// <param name="target">What to differentiate: one tensor.</param>
    /// <param name="sources">A tensor that was watched, or a variable; of several in a list or dictionary the result has the same structure.</param>
    /// <param name="unconnected_gradients"><c>none</c> (null) or <c>zero</c>.</param>
    /// <exception cref="RuntimeError">The tape was used before and is not persistent.</exception>
    public Tensor? jacobian(Tensor target, Tensor sources, string unconnected_gradients = "none")
    {
        RequireTarget(target, unconnected_gradients);
        ArgumentNullException.ThrowIfNull(sources);
        RequireUnused();
        var flat = sources.Nest.flatten();
        var rows = flat.ConvertAll(_ => new Tensor?[target.size]);
        for (var i = 0; i < target.size; i++)
        {
            var selector = new float[target.size];
            selector[i] = 1;
            Once(target, selector);
            for (var k = 0; k < flat.Count; k++)
            {
                rows[k][i] = Find(flat[k], unconnected_gradients);
            }
        }

        Tensor[] whole = [.. flat.Select((source, k) => Join(rows[k], 0, source, [.. target.Dims, .. source.Dims])!)];
        return Tensors.Of(sources.Nest.pack(whole));
    }

    /// <summary>
    /// The derivative of each sample's <paramref name="target"/> by the same sample's <paramref name="source"/>: shape
    /// <c>(batch,) + target.shape[1:] + source.shape[1:]</c>. Samples must not depend on each other. Zeros where nothing depends on the source.
    /// </summary>
    /// <param name="target">What to differentiate: one tensor of at least two axes.</param>
    /// <param name="source">A tensor that was watched, of at least two axes.</param>
    /// <param name="unconnected_gradients"><c>none</c> or <c>zero</c>, which give the same here.</param>
    /// <exception cref="ValueError">The batch dimensions differ.</exception>
    /// <exception cref="RuntimeError">The tape was used before and is not persistent.</exception>
    public Tensor batch_jacobian(Tensor target, Tensor source, string unconnected_gradients = "none")
    {
        RequireTarget(target, unconnected_gradients);
        ArgumentNullException.ThrowIfNull(source);
        if (target.ndim == 0)
        {
            throw new IndexError("list index out of range");
        }

        if (target.ndim < 2 || source.ndim < 2)
        {
            throw new ValueError($"Shape {(target.ndim < 2 ? target : source).shape} must have rank at least 2");
        }

        if (target.dim(0) != source.dim(0))
        {
            throw new ValueError($"Need first dimension of target shape ({target.shape}) and source shape ({source.shape}) to match.");
        }

        RequireUnused();
        var batch = target.dim(0);
        var columns = new Tensor?[batch == 0 ? 0 : target.size / batch];
        for (var i = 0; i < columns.Length; i++)
        {
            // One element of each sample: samples do not depend on each other.
            var selector = new float[target.size];
            for (var sample = 0; sample < batch; sample++)
            {
                selector[(sample * columns.Length) + i] = 1;
            }

            Once(target, selector);
            columns[i] = Find(source, unconnected_gradients);
        }

        int[] dims = [batch, .. target.Dims[1..], .. source.Dims[1..]];
        return Join(columns, 1, source, dims) ?? Zeros(source, dims);
    }

    private static Tensor? Join(Tensor?[] parts, int axis, Tensor source, int[] dims)
        => parts.Length == 0 ? Zeros(source, dims) : parts[0] is null ? null : ops.reshape(ops.stack(parts!, axis), dims);

    private static Tensor Zeros(Tensor source, int[] dims)
    {
        var zeros = Tensor.Empty(source.Storage.Backend, source.dtype, dims);
        zeros.Storage.Backend.Fill(zeros, 0);
        return zeros;
    }

    // Several passes are one use of the tape.
    private void Once(Tensor target, float[] selector)
    {
        used = false;
        var seed = Tensor.Empty(target.Storage.Backend, DType.Float32, target.DimsArray);
        seed.Storage.Backend.Upload<float>(selector, seed.Storage);
        Backpropagate([target], [ops.cast(seed, target.dtype)]);
    }
}

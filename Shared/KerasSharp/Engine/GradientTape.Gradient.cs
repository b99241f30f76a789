using static KerasSharp.keras;

namespace KerasSharp.Engine;

// Asking a tape for gradients.
public sealed partial class GradientTape
{
    /// <summary>
    /// The gradients of <paramref name="target"/> (of its sum, if it has several elements; of the sum over several targets) by each source.
    /// </summary>
    /// <param name="target">What to differentiate; one tensor or several.</param>
    /// <param name="sources">Variables that were used while the tape recorded.</param>
    /// <param name="output_gradients">The gradient by each target; ones if not given.</param>
    /// <param name="unconnected_gradients">The result for a source that the target does not depend on: <c>none</c> (null) or <c>zero</c>.</param>
    /// <exception cref="RuntimeError">The tape was used before and is not persistent.</exception>
    public Tensor?[] gradient(Tensor target, IReadOnlyList<Variable> sources, Tensor? output_gradients = null, string unconnected_gradients = "none")
    {
        Run(target, output_gradients);
        var result = new Tensor?[sources.Count];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = Find(sources[i].value, unconnected_gradients);
        }

        return result;
    }

    /// <summary>The gradients by tensors that were watched, or by the values of variables.</summary>
    /// <inheritdoc cref="gradient(Tensor, IReadOnlyList{Variable}, Tensor?, string)"/>
    public Tensor?[] gradient(Tensor target, IReadOnlyList<Tensor> sources, Tensor? output_gradients = null, string unconnected_gradients = "none")
    {
        Run(target, output_gradients);
        var result = new Tensor?[sources.Count];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = Find(sources[i], unconnected_gradients);
        }

        return result;
    }

    /// <summary>The gradient by one tensor that was watched, or one variable.</summary>
    /// <inheritdoc cref="gradient(Tensor, IReadOnlyList{Variable}, Tensor?, string)"/>
    [System.Runtime.CompilerServices.OverloadResolutionPriority(-1)]
    public Tensor? gradient(Tensor target, Tensor sources, Tensor? output_gradients = null, string unconnected_gradients = "none")
    {
        Run(target, output_gradients);
        return Find(sources, unconnected_gradients);
    }

    /// <summary>
    /// The derivative of each element of <paramref name="target"/> by each element of <paramref name="sources"/>: shape
    /// <c>target.shape + sources.shape</c>. Null where nothing depends on the source.
    /// </summary>
    /// <param name="target">What to differentiate.</param>
    /// <param name="sources">A tensor that was watched, or a variable.</param>
    /// <param name="unconnected_gradients"><c>none</c> (null) or <c>zero</c>.</param>
    /// <exception cref="RuntimeError">The tape was used before and is not persistent.</exception>
    public Tensor? jacobian(Tensor target, Tensor sources, string unconnected_gradients = "none")
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(sources);
        RequireUnused();
        var rows = new Tensor?[target.size];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = RowGradient(target, i, sources, unconnected_gradients);
        }

        if (rows.Length > 0 && rows[0] is null)
        {
            return null;
        }

        return ops.reshape(ops.stack(rows!), [.. target.Dims, .. sources.Dims]);
    }

    /// <summary>
    /// The derivative of each sample's <paramref name="target"/> by the same sample's <paramref name="source"/>: shape
    /// <c>(batch,) + target.shape[1:] + source.shape[1:]</c>. Samples must not depend on each other.
    /// </summary>
    /// <exception cref="ValueError">The batch dimensions differ.</exception>
    public Tensor? batch_jacobian(Tensor target, Tensor source, string unconnected_gradients = "none")
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(source);
        if (target.ndim < 2 || source.ndim < 2 || target.dim(0) != source.dim(0))
        {
            throw new ValueError(target.ndim < 1 || source.ndim < 1 || target.dim(0) != source.dim(0)
                ? $"Need first dimension of target shape ({(target.ndim > 0 ? target.dim(0) : "None")}) and source shape ({(source.ndim > 0 ? source.dim(0) : "None")}) to match."
                : $"Unable to build a batch jacobian of tensors of rank {target.ndim} and {source.ndim}: both need at least two axes.");
        }

        RequireUnused();
        var batch = target.dim(0);
        var perSample = target.size / Math.Max(1, batch);
        var columns = new Tensor?[perSample];
        for (var i = 0; i < perSample; i++)
        {
            // The sum over the batch of one element of each sample: samples do not depend on each other.
            var selector = ops.reshape(ops.one_hot(Tensor.From<int>([.. Enumerable.Repeat(i, batch)], batch), perSample), target.DimsArray);
            columns[i] = Once(target, selector, source, unconnected_gradients);
        }

        return perSample == 0 || columns[0] is null ? null
            : ops.reshape(ops.stack(columns!, 1), [batch, .. target.Dims[1..], .. source.Dims[1..]]);
    }

    private Tensor? RowGradient(Tensor target, int index, Tensor source, string unconnected)
    {
        var selector = ops.reshape(ops.one_hot(Tensor.From<int>([index]), target.size), target.DimsArray);
        return Once(target, selector, source, unconnected);
    }

    private Tensor? Once(Tensor target, Tensor selector, Tensor source, string unconnected)
    {
        used = false; // several passes are one use of the tape
        Backpropagate([target], [selector]);
        return Find(source, unconnected);
    }

    private void Run(Tensor target, Tensor? output_gradients)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (target is not Tensors)
        {
            Backpropagate([target], [output_gradients]);
            return;
        }

        var targets = target.Nest.flatten().ToArray();
        var seeds = output_gradients is null ? new Tensor?[targets.Length] : [.. output_gradients.Nest.flatten()];
        Backpropagate(targets, seeds.Length == targets.Length ? seeds
            : throw new ValueError($"`output_gradients` must have one entry per target. Received: {seeds.Length} entries for {targets.Length} targets."));
    }

    private Tensor? Find(Tensor source, string unconnected) => gradients.GetValueOrDefault(source) ?? unconnected switch
    {
        "none" => null,
        "zero" => Tensor.Full(0, source.dtype, source.DimsArray),
        _ => throw new ValueError($"Unknown value for unconnected_gradients: '{unconnected}'"),
    };
}

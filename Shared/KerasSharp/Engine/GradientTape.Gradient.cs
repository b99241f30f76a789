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
        Run(target, output_gradients, unconnected_gradients);
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
        Run(target, output_gradients, unconnected_gradients);
        var result = new Tensor?[sources.Count];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = Find(sources[i], unconnected_gradients);
        }

        return result;
    }

    /// <summary>The gradient by one tensor that was watched, or one variable; by several in a list or dictionary, in the same structure.</summary>
    /// <inheritdoc cref="gradient(Tensor, IReadOnlyList{Variable}, Tensor?, string)"/>
    [System.Runtime.CompilerServices.OverloadResolutionPriority(-1)]
    public Tensor? gradient(Tensor target, Tensor sources, Tensor? output_gradients = null, string unconnected_gradients = "none")
    {
        Run(target, output_gradients, unconnected_gradients);
        return Tensors.Of(sources.Nest.map(source => Find(source, unconnected_gradients)!));
    }

    private void Run(Tensor target, Tensor? output_gradients, string unconnected)
    {
        RequireTarget(target, unconnected);
        var targets = target.Nest.flatten().ToArray();
        if (output_gradients is null)
        {
            Backpropagate(targets, new Tensor?[targets.Length]);
            return;
        }

        var seeds = output_gradients.Nest.flatten().ToArray();
        if (seeds.Length < targets.Length)
        {
            throw new ValueError($"`output_gradients` must have one entry per target. Received: {seeds.Length} entries for {targets.Length} targets.");
        }

        for (var i = 0; i < targets.Length; i++)
        {
            if (seeds[i] is not { } seed)
            {
                throw new ValueError("Attempt to convert a value (None) with an unsupported type (<class 'NoneType'>) to a Tensor.");
            }

            if (!Shapes.Same(seed.Dims, targets[i].Dims))
            {
                throw new ValueError($"Incompatible shapes: an entry of `output_gradients` has shape {seed.shape}, its target {targets[i].shape}.");
            }
        }

        Backpropagate(targets, seeds);
    }

    private static void RequireTarget(Tensor? target, string unconnected)
    {
        if (unconnected is not ("none" or "zero"))
        {
            throw new ValueError($"Unknown value for unconnected_gradients: '{unconnected}'");
        }

        if (target is null)
        {
            throw new TypeError("Argument `target` should be a list or nested structure of Tensors, Variables or CompositeTensors to be differentiated, but received None.");
        }
    }

    private Tensor? Find(Tensor source, string unconnected)
        => gradients.GetValueOrDefault(Key(source)) ?? (unconnected == "zero" ? ops.zeros_like(source) : null);
}

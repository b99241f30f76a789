namespace KerasSharp.Engine;

/// <summary>
/// Computes the gradients of an operation by its inputs from the gradient <paramref name="dy"/> by its output.
/// <paramref name="needs"/> tells which inputs anybody asks for; null is returned for the others.
/// </summary>
internal delegate Tensor?[] GradientFunction(Tensor dy, ReadOnlySpan<bool> needs);

/// <summary>
/// Records operations and plays them back in reverse to differentiate. Trainable variables are watched by themselves, tensors by
/// <see cref="watch"/>. A tape belongs to one thread; tapes may be nested.
/// Source: <see href="https://www.tensorflow.org/api_docs/python/tf/GradientTape"/>.
/// </summary>
/// <param name="persistent">Whether <c>gradient</c> may be called more than once.</param>
/// <param name="watch_accessed_variables">Whether trainable variables are watched by themselves.</param>
public sealed class GradientTape(bool persistent = false, bool watch_accessed_variables = true) : IDisposable
{
    [ThreadStatic]
    private static GradientTape? current;

    private readonly List<Node> nodes = new(64);
    private readonly HashSet<Tensor> watched = new(64, ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Tensor, Tensor> gradients = new(64, ReferenceEqualityComparer.Instance);
    private GradientTape? outer;
    private bool recording;
    private bool used;

    /// <summary>Whether any tape of this thread records.</summary>
    internal static bool IsRecording => current is not null;

    /// <summary>Starts recording, as Python's <c>with tf.GradientTape() as tape:</c> does.</summary>
    /// <returns>This tape, for <c>using var tape = …</c>.</returns>
    public GradientTape start()
    {
        if (!recording)
        {
            outer = current;
            current = this;
            recording = true;
        }

        return this;
    }

    /// <summary>Ends recording; gradients can be taken afterwards too.</summary>
    public void stop()
    {
        if (recording)
        {
            if (current != this)
            {
                throw new InvalidOperationException("Tapes stop in the reverse order of their start, on the thread that started them.");
            }

            current = outer;
            recording = false;
        }
    }

    /// <summary>Forgets everything, so that the tape can serve the next step without allocating.</summary>
    public void reset()
    {
        nodes.Clear();
        watched.Clear();
        gradients.Clear();
        used = false;
    }

    /// <summary>Stops recording and forgets.</summary>
    public void Dispose()
    {
        stop();
        reset();
    }

    /// <summary>Makes the tape differentiate by this tensor too.</summary>
    public void watch(Tensor tensor) => watched.Add(tensor);

    /// <summary>The gradients of <paramref name="target"/> (its sum, if it has several elements) by each source; null where it does not depend on it.</summary>
    /// <param name="target">What to differentiate.</param>
    /// <param name="sources">Tensors that were watched, or the values of variables.</param>
    /// <param name="output_gradients">The gradient by <paramref name="target"/>; ones if not given.</param>
    /// <exception cref="RuntimeError">The tape was used before and is not persistent.</exception>
    public Tensor?[] gradient(Tensor target, IReadOnlyList<Tensor> sources, Tensor? output_gradients = null)
    {
        Backpropagate([target], [output_gradients]);
        var result = new Tensor?[sources.Count];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = gradients.GetValueOrDefault(sources[i]);
        }

        return result;
    }

    /// <summary>The gradients by variables.</summary>
    /// <inheritdoc cref="gradient(Tensor, IReadOnlyList{Tensor}, Tensor?)"/>
    public Tensor?[] gradient(Tensor target, IReadOnlyList<Variable> sources, Tensor? output_gradients = null)
    {
        Backpropagate([target], [output_gradients]);
        var result = new Tensor?[sources.Count];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = gradients.GetValueOrDefault(sources[i].value);
        }

        return result;
    }

    /// <summary>The gradients of several targets together: of the sum of <c>target · output_gradient</c>.</summary>
    internal Tensor?[] gradient(IReadOnlyList<Tensor> targets, IReadOnlyList<Tensor> sources, IReadOnlyList<Tensor?> output_gradients)
    {
        Backpropagate(targets, output_gradients);
        return [.. sources.Select(gradients.GetValueOrDefault)];
    }

    /// <summary>Notes an operation on every tape that watches one of its inputs.</summary>
    internal static void Record(Tensor output, Tensor[] inputs, GradientFunction backward)
    {
        for (var tape = current; tape is not null; tape = tape.outer)
        {
            foreach (var input in inputs)
            {
                if (tape.IsWatched(input))
                {
                    tape.nodes.Add(new Node(output, inputs, backward));
                    tape.watched.Add(output);
                    break;
                }
            }
        }
    }

    private bool IsWatched(Tensor tensor) =>
        (watch_accessed_variables && tensor.Variable is { trainable: true }) || watched.Contains(tensor);

    private void Backpropagate(IReadOnlyList<Tensor> targets, IReadOnlyList<Tensor?> output_gradients)
    {
        if (used && !persistent)
        {
            throw new RuntimeError("A non-persistent GradientTape can only be used to compute one set of gradients (or jacobians)");
        }

        used = true;
        gradients.Clear();

        // The gradient functions run operations themselves: these are not recorded (no second derivatives on the same tape).
        var resume = recording && current == this;
        if (resume)
        {
            current = outer;
        }

        try
        {
            for (var i = 0; i < targets.Count; i++)
            {
                Accumulate(targets[i], output_gradients[i] ?? Tensor.Full(1, targets[i].DimsArray));
            }

            for (var i = nodes.Count - 1; i >= 0; i--)
            {
                PlayBack(nodes[i]);
            }
        }
        finally
        {
            if (resume)
            {
                current = this;
            }
        }
    }

    private void PlayBack(Node node)
    {
        if (!gradients.TryGetValue(node.Output, out var dy))
        {
            return;
        }

        Span<bool> needs = node.Inputs.Length <= 64 ? stackalloc bool[node.Inputs.Length] : new bool[node.Inputs.Length];
        for (var i = 0; i < needs.Length; i++)
        {
            needs[i] = IsWatched(node.Inputs[i]);
        }

        var inputGradients = node.Backward(dy, needs);
        for (var i = 0; i < needs.Length; i++)
        {
            if (needs[i] && inputGradients[i] is { } gradient)
            {
                Accumulate(node.Inputs[i], gradient);
            }
        }
    }

    private void Accumulate(Tensor tensor, Tensor gradient)
    {
        ref var sum = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(gradients, tensor, out var exists);
        sum = exists ? keras.ops.add(sum!, gradient) : gradient;
    }

    private readonly record struct Node(Tensor Output, Tensor[] Inputs, GradientFunction Backward);
}

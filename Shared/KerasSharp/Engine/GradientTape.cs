using KerasSharp.Ops;

namespace KerasSharp.Engine;

/// <summary>
/// Records operations and plays them back in reverse to differentiate. Trainable variables are watched by themselves, tensors by
/// <see cref="watch(Tensor)"/>. A tape belongs to one thread. Tapes may be nested: gradients are made of operations, so an outer tape
/// differentiates what an inner one computed. Source: <see href="https://www.tensorflow.org/api_docs/python/tf/GradientTape"/>.
/// </summary>
/// <param name="persistent">Whether <c>gradient</c> may be called more than once.</param>
/// <param name="watch_accessed_variables">Whether trainable variables are watched by themselves.</param>
public sealed partial class GradientTape(bool persistent = false, bool watch_accessed_variables = true) : IDisposable
{
    private readonly List<Node> nodes = new(64);
    private readonly HashSet<Tensor> watched = new(64, ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Tensor, Tensor> gradients = new(64, ReferenceEqualityComparer.Instance);
    private WeakReference<GradientTape>? self;
    private GradientTape? outer;
    private bool hasRecorded;
    private bool recording;
    private bool used;

    /// <summary>Whether any tape of this thread records.</summary>
    internal static bool IsRecording => EngineState.Current.Tape is not null;

    /// <summary>Whether a gradient may still be asked for: the values that the tape recorded must stay as they are.</summary>
    internal bool NeedsValues => nodes.Count > 0 && (persistent || !used);

    /// <summary>Starts recording, as Python's <c>with tf.GradientTape() as tape:</c> does.</summary>
    /// <returns>This tape, for <c>using var tape = …</c>.</returns>
    /// <exception cref="ValueError">The tape records already.</exception>
    public GradientTape start()
    {
        if (recording)
        {
            throw new ValueError("Tape is still recording, This can happen if you try to re-enter an already-active tape.");
        }

        Push();
        return this;
    }

    /// <summary>Ends recording; gradients can be taken afterwards too.</summary>
    /// <exception cref="InvalidOperationException">Another thread started the tape.</exception>
    public void stop()
    {
        if (recording)
        {
            Pop();
        }
    }

    /// <summary>Pauses recording until the result is disposed: <c>using (tape.stop_recording()) { … }</c>.</summary>
    /// <exception cref="ValueError">The tape does not record.</exception>
    public IDisposable stop_recording()
    {
        if (!recording)
        {
            throw new ValueError("Tape is not recording.");
        }

        Pop();
        return new Pause(this);
    }

    /// <summary>
    /// Forgets everything, also what was watched. It is meant for a tape that records; one that was asked for gradients can be reset too, so that
    /// it serves the next step without allocating.
    /// </summary>
    /// <exception cref="ValueError">The tape does not record, and was not used.</exception>
    public void reset()
    {
        if (!recording && !used)
        {
            throw new ValueError("Tape is not recording.");
        }

        nodes.Clear();
        watched.Clear();
        gradients.Clear();
        used = false;
    }

    /// <summary>Ends recording, as leaving Python's <c>with</c> block does; gradients can still be taken.</summary>
    public void Dispose() => stop();

    /// <summary>Makes the tape differentiate by this tensor too, or by each of several.</summary>
    /// <exception cref="TypeError">The tensor is symbolic.</exception>
    public void watch(Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        foreach (var one in tensor.Nest.flatten())
        {
            _ = one.Storage;
            watched.Add(Key(one));
        }
    }

    /// <summary>The variables that were watched or used by the recorded operations, in the order in which they were made.</summary>
    public IReadOnlyList<Variable> watched_variables() =>
    [
        .. watched.Concat(nodes.SelectMany(node => node.Inputs)).Where(tensor => tensor.Variable is not null && IsWatched(tensor))
            .Select(tensor => tensor.Variable!).Distinct().OrderBy(variable => variable.Number),
    ];

    /// <summary>Notes an operation on every tape that watches one of its inputs.</summary>
    internal static void Record(Operation operation, Tensor[] inputs, Tensor output)
    {
        for (var tape = EngineState.Current.Tape; tape is not null; tape = tape.outer)
        {
            foreach (var input in inputs)
            {
                if (tape.IsWatched(input))
                {
                    tape.Add(new Node(operation, inputs, output));
                    break;
                }
            }
        }
    }

    private void Add(Node node)
    {
        nodes.Add(node);
        watched.Add(node.Output);
        foreach (var input in node.Inputs)
        {
            input.Variable?.HoldFor(self ??= new WeakReference<GradientTape>(this));
        }
    }

    private void Push()
    {
        var state = EngineState.Current;
        outer = state.Tape;
        state.Tape = this;
        (recording, hasRecorded) = (true, true);
    }

    // Mostly the innermost tape; an outer one leaves the chain, and the inner ones go on.
    private void Pop()
    {
        var state = EngineState.Current;
        if (state.Tape == this)
        {
            state.Tape = outer;
        }
        else
        {
            var inner = state.Tape;
            while (inner is not null && inner.outer != this)
            {
                inner = inner.outer;
            }

            (inner ?? throw new InvalidOperationException("A tape stops on the thread that started it.")).outer = outer;
        }

        recording = false;
    }

    private bool IsWatched(Tensor tensor) =>
        (watch_accessed_variables && tensor.Variable is { trainable: true }) || watched.Contains(Key(tensor));

    // A variable's values, earlier ones too, stand for the variable.
    private static Tensor Key(Tensor tensor) => tensor.Variable?.Identity ?? tensor;

    private void Backpropagate(ReadOnlySpan<Tensor> targets, ReadOnlySpan<Tensor?> output_gradients)
    {
        RequireUnused();

        // As in TensorFlow, taking the gradient ends the recording of a tape that serves once; a persistent one records the gradient too.
        if (recording && !persistent)
        {
            Pop();
        }

        used = true;
        gradients.Clear();
        for (var i = 0; i < targets.Length; i++)
        {
            if (IsWatched(targets[i]))
            {
                Accumulate(targets[i], output_gradients[i] ?? keras.ops.ones_like(targets[i]));
            }
        }

        // A persistent tape that still records adds nodes meanwhile. They come after those that are played back.
        for (var i = nodes.Count - 1; i >= 0; i--)
        {
            PlayBack(nodes[i]);
        }
    }

    private void RequireUnused()
    {
        if (!hasRecorded || (used && !persistent))
        {
            throw new RuntimeError("A non-persistent GradientTape can only be used to compute one set of gradients (or jacobians)");
        }
    }

    private void PlayBack(Node node)
    {
        if (!gradients.TryGetValue(node.Output, out var dy))
        {
            return;
        }

        Span<bool> needs = stackalloc bool[8];
        needs = node.Inputs.Length <= needs.Length ? needs[..node.Inputs.Length] : new bool[node.Inputs.Length];
        for (var i = 0; i < needs.Length; i++)
        {
            needs[i] = IsWatched(node.Inputs[i]);
        }

        var inputGradients = node.Operation.Differentiate(node.Inputs, node.Output, dy, needs);
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
        ref var sum = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(gradients, Key(tensor), out var exists);
        sum = exists ? keras.ops.add(sum!, gradient) : gradient;
    }

    private readonly record struct Node(Operation Operation, Tensor[] Inputs, Tensor Output);

    private sealed class Pause(GradientTape tape) : IDisposable
    {
        public void Dispose()
        {
            if (!tape.recording)
            {
                tape.Push();
            }
        }
    }
}

using KerasSharp.Engine;

namespace KerasSharp.Ops;

/// <summary>Until it is disposed, no tape of this thread records: for kernels that are composed of operations.</summary>
internal readonly struct NoTape : IDisposable
{
    private readonly GradientTape? before;

    public NoTape()
    {
        before = EngineState.Current.Tape;
        EngineState.Current.Tape = null;
    }

    /// <inheritdoc/>
    public void Dispose() => EngineState.Current.Tape = before;
}

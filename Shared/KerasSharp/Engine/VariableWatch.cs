namespace KerasSharp.Engine;

/// <summary>Notes which variables are made, and which trainable ones operations read, until it is disposed. Watches may be nested.</summary>
internal sealed class VariableWatch : IDisposable
{
    private readonly EngineState state = EngineState.Current;
    private readonly VariableWatch? outer;

    private VariableWatch() => (outer, state.Watch) = (state.Watch, this);

    /// <summary>The variables that were made.</summary>
    public List<Variable> Made { get; } = [];

    /// <summary>The trainable variables that operations read, each once.</summary>
    public HashSet<Variable> Read { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Watches this thread from here on.</summary>
    public static VariableWatch Begin() => new();

    /// <summary>Notes a new variable.</summary>
    public void NoteMade(Variable variable)
    {
        Made.Add(variable);
        outer?.NoteMade(variable);
    }

    /// <summary>Notes the inputs of an operation.</summary>
    public void NoteRead(Tensor[] inputs)
    {
        Read.UnionWith(inputs.Select(input => input.Variable).OfType<Variable>().Where(variable => variable.trainable));
        outer?.NoteRead(inputs);
    }

    /// <inheritdoc/>
    public void Dispose() => state.Watch = outer;
}

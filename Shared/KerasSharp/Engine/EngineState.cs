using KerasSharp.Backends;

namespace KerasSharp.Engine;

/// <summary>
/// What the engine knows of the thread that it runs on: the tape that records, the scope that counts memory, the layer that is being called.
/// All thread-static state stands here, but for the kernels' working memory (<c>Backends/Managed/Kernels/Scratch.cs</c>): a kernel knows no engine.
/// </summary>
internal sealed class EngineState
{
    [ThreadStatic]
    private static EngineState? ofThread;

    /// <summary>The state of this thread.</summary>
    public static EngineState Current => ofThread ??= new EngineState();

    /// <summary>The innermost tape that records; null if none does.</summary>
    public GradientTape? Tape { get; set; }

    /// <summary>The innermost scope; null outside of all.</summary>
    public TensorScope? Scope { get; set; }

    /// <summary>Scope objects for reuse, so that opening one allocates nothing in a warm step.</summary>
    public TensorScope? SpareScope { get; set; }

    /// <summary>The backend that a test chose for this thread.</summary>
    public IBackend? Backend { get; set; }

    /// <summary>The innermost watch over variables; null if there is none.</summary>
    public VariableWatch? Watch { get; set; }

    /// <summary>How many layers are being called, one inside the other.</summary>
    public int CallDepth { get; set; }

    /// <summary>The names of the layers that are being called, <c>outer/inner</c>: what the names of new weights begin with.</summary>
    public string? NameScope { get; set; }

    /// <summary>The value of <c>training</c> in the innermost call; null if not given.</summary>
    public bool? Training { get; set; }

    /// <summary>Where the random operations of the step that runs draw from; null outside of <c>fit</c>, <c>evaluate</c> and <c>predict</c>.</summary>
    public RandomFunction.Cursor? RandomFunction { get; set; }

    // Paths of names come again in every step: made once.
    private readonly Dictionary<(string Outer, string Name), string> scopes = [];

    /// <summary><c>outer/name</c>.</summary>
    public string ScopeOf(string outer, string name)
    {
        if (!scopes.TryGetValue((outer, name), out var path))
        {
            scopes[(outer, name)] = path = $"{outer}/{name}";
        }

        return path;
    }
}

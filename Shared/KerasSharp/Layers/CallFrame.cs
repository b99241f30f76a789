using KerasSharp.Engine;

namespace KerasSharp.Layers;

/// <summary>While a layer is being called: its name in the path of names, and the value of <c>training</c> that inner calls take over.</summary>
internal readonly struct CallFrame : IDisposable
{
    private readonly EngineState? state;
    private readonly bool? outerTraining;
    private readonly string? outerScope;

    /// <summary>Enters a layer's call; without a name the path of names stays.</summary>
    public CallFrame(EngineState state, string? name, bool? training)
    {
        this.state = state;
        (outerTraining, outerScope) = (state.Training, state.NameScope);
        state.CallDepth++;
        state.Training = training ?? outerTraining;
        state.NameScope = name is null ? outerScope : outerScope is null ? name : state.ScopeOf(outerScope, name);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (state is not null)
        {
            state.CallDepth--;
            (state.Training, state.NameScope) = (outerTraining, outerScope);
        }
    }
}

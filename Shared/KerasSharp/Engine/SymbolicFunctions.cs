using KerasSharp.Ops;

namespace KerasSharp.Engine;

/// <summary>
/// What operators and operations do with symbolic tensors outside of every layer: they become layers of a model. The engine knows no layers,
/// so these set themselves as <see cref="Current"/> when the library is loaded.
/// </summary>
internal abstract class SymbolicFunctions
{
    /// <summary>The one in use.</summary>
    public static SymbolicFunctions Current { get; set; } = null!;

    /// <summary>Whether a function must become a layer: an argument is symbolic, and no layer is being called.</summary>
    public static bool Take(Tensor? x) => x is { IsSymbolic: true } && EngineState.Current.CallDepth == 0;

    /// <inheritdoc cref="Take(Tensor?)"/>
    public static bool Take(Tensor? x, Tensor? y) => (x is { IsSymbolic: true } || y is { IsSymbolic: true }) && EngineState.Current.CallDepth == 0;

    /// <inheritdoc cref="Take(Tensor?)"/>
    public static bool Take(IEnumerable<Tensor?> several) => EngineState.Current.CallDepth == 0 && several.Any(x => x is { IsSymbolic: true });

    /// <summary>
    /// A function under <c>tf</c> as a layer, called. Arguments that have their defaults are left out, as where Python does not name them.
    /// </summary>
    /// <param name="function">The path under <c>tf</c>: <c>math.reduce_sum</c>.</param>
    /// <param name="arguments">The arguments in order; missing ones have their defaults.</param>
    public abstract Tensor Call(string function, params object?[] arguments);

    /// <summary>An operator as a layer, called; Keras writes both arguments down, and that there is no name.</summary>
    public abstract Tensor Operator(string function, object a, object b);

    /// <summary>An operation as a layer, called: the layer of the function under <c>tf</c> that computes the same.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="inputs">Tensors, and numbers beside them.</param>
    public abstract Tensor Apply(Operation operation, params object[] inputs);
}

/// <summary>The maker of a symbolic tensor, as the engine sees it: a call of something that has a name.</summary>
internal abstract class TensorSource
{
    /// <summary>The name of what was called: a layer's.</summary>
    public abstract string SourceName { get; }
}

using KerasSharp.Engine;

namespace KerasSharp;

/// <summary>How functions under <c>tf</c> become layers: where an argument is symbolic and no layer is being called.</summary>
internal static class Lambda
{
    /// <summary>Whether one of the arguments is symbolic, outside of every layer.</summary>
    public static bool Takes(object? first, params ReadOnlySpan<object?> others)
    {
        if (EngineState.Current.CallDepth > 0)
        {
            return false;
        }

        var found = HasSymbol(first);
        foreach (var other in others)
        {
            found = found || HasSymbol(other);
        }

        return found;
    }

    /// <summary>The function as a layer, called.</summary>
    public static Tensor Call(string function, params object?[] arguments) => SymbolicFunctions.Current.Call(function, Array.ConvertAll(arguments, Plain));

    /// <summary>Both as tensors; a number takes the type of the other side.</summary>
    /// <exception cref="TypeError">A number does not fit the type.</exception>
    public static (Tensor X, Tensor Y) Pair(object? x, object? y) => (AsTensor(x), AsTensor(y)) switch
    {
        (null, { } b) => (TensorLike.Beside(b, x), b),
        ({ } a, null) => (a, TensorLike.Beside(a, y)),
        ({ } a, { } b) => (a, b),
        _ when x is NumSharp.NDArray => Pair(TensorLike.Of(x), y),
        _ when y is NumSharp.NDArray => Pair(x, TensorLike.Of(y)),
        _ => OfNumbers(TensorLike.Of(x), TensorLike.Of(y)),
    };

    /// <summary>A tensor without a value, where nothing more is known of it than this.</summary>
    public static Tensor Unknown(DType dtype, params int[] dims) => new KerasTensor(new OutputSpec(dtype, dims));

    private static (Tensor X, Tensor Y) OfNumbers(Tensor x, Tensor y) => x.dtype.IsFloating() == y.dtype.IsFloating() ? (x, y)
        : x.dtype.IsFloating() ? (x, keras.ops.cast(y, x.dtype)) : (keras.ops.cast(x, y.dtype), y);

    private static Tensor? AsTensor(object? value) => value switch
    {
        Tensor tensor => tensor,
        Variable variable => variable.value,
        TensorLike like => AsTensor(like.Value),
        IReadOnlyList<object?> list when HasSymbol(list) || list.Any(item => item is Tensor) => TensorLike.Of(list),
        _ => null,
    };

    private static bool HasSymbol(object? value) => value switch
    {
        Tensors several => several.Nest.flatten().Exists(x => x.IsSymbolic),
        Tensor tensor => tensor.IsSymbolic,
        TensorLike like => HasSymbol(like.Value),
        ShapeLike shape => HasSymbol(shape.Value),
        TensorIndex index => HasSymbol(index.Start) || HasSymbol(index.Stop) || HasSymbol(index.Step),
        IReadOnlyList<object?> list => list.Any(HasSymbol),
        _ => false,
    };

    private static object? Plain(object? value) => value switch
    {
        TensorLike like => Plain(like.Value),
        ShapeLike shape => shape.Value,
        DTypeLike dtype => dtype.Name,
        Variable variable => variable.value,
        Array { Rank: > 1 } box => Constants.ToLists(box),
        _ => value,
    };
}

using KerasSharp.Backends;

namespace KerasSharp.Engine;

// Constants of a computation: they lie where the tensor beside them lies, whichever backend is in use meanwhile.
public partial class Tensor
{
    /// <summary>A number as a scalar on the backend of another tensor, of its type or the one given.</summary>
    internal static Tensor ScalarBeside(Tensor x, double value, DType? dtype = null) => Filled(Home(x), value, dtype ?? x.dtype, Shapes.Scalar);

    /// <summary>A copy of host data on the backend of another tensor.</summary>
    internal static Tensor FromBeside<T>(Tensor x, ReadOnlySpan<T> data, params int[] dims)
        where T : unmanaged => Copied(Home(x), data, dims);

    // A symbolic tensor lies nowhere: a constant beside it goes where all else goes.
    private static IBackend Home(Tensor x) => x.storage?.Backend ?? Backend.Current;
}

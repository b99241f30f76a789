using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp;

/// <summary>Python's <c>&amp; | ^ ~</c>: logic of bool, the bits of integers.</summary>
internal static class Bits
{
    public static Tensor And(Tensor x, Tensor y) => x.dtype == DType.Bool ? ops.logical_and(x, y) : Combine("BitwiseAnd", x, y, (a, b) => a & b);

    public static Tensor Or(Tensor x, Tensor y) => x.dtype == DType.Bool ? ops.logical_or(x, y) : Combine("BitwiseOr", x, y, (a, b) => a | b);

    public static Tensor Xor(Tensor x, Tensor y) => x.dtype == DType.Bool ? ops.logical_xor(x, y) : Combine("BitwiseXor", x, y, (a, b) => a ^ b);

    public static Tensor Not(Tensor x) => x.dtype == DType.Bool ? ops.logical_not(x)
        : Combine("Invert", x, Tensor.ScalarBeside(x, -1, x.dtype.IsFloating() ? DType.Int32 : x.dtype), (a, b) => a ^ b);

    // On the host: backends have no bits, and nobody has asked for them in a loop.
    private static Tensor Combine(string name, Tensor x, Tensor y, Func<long, long, long> function)
    {
        if (x.dtype.IsFloating() || x.dtype == DType.Bool)
        {
            throw new InvalidArgumentError($"Value for attr 'T' of {Ops.Operation.PlainName(x.dtype)} is not in the list of allowed values: int8, int16, int32, int64, uint8, uint16, uint32, uint64");
        }

        if (x.dtype != y.dtype)
        {
            throw new InvalidArgumentError($"cannot compute {name} as input #1(zero-based) was expected to be a {Ops.Operation.PlainName(x.dtype)} tensor but is a {Ops.Operation.PlainName(y.dtype)} tensor");
        }

        var dims = Shapes.Broadcast(x.DimsArray, y.DimsArray, name);
        if (x.IsSymbolic || y.IsSymbolic)
        {
            return Lambda.Unknown(x.dtype, dims);
        }

        using var quiet = new Ops.NoTape();
        var (a, b) = (Longs(x, dims), Longs(y, dims));
        return ops.cast(Tensor.FromBeside<long>(x, [.. a.Zip(b, function)], dims), x.dtype);
    }

    private static long[] Longs(Tensor x, int[] dims) => ops.cast(ops.broadcast_to(x, dims), DType.Int64).ToArray<long>();
}

using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp;

// New tensors and variables.
public static partial class tf
{
    /// <summary>A tensor of numbers: <c>tf.constant([1.0, 2.0])</c>; float32, int32 or bool by what it holds, unless a type is given.</summary>
    /// <exception cref="ValueError">The lists form no box.</exception>
    /// <exception cref="TypeError">A number does not fit the type.</exception>
    public static Tensor constant(TensorLike value, DTypeLike dtype = default, ShapeLike shape = default, string? name = "Const")
    {
        var tensor = value.ToTensor(dtype.Type);
        return !shape.is_given ? tensor : tensor.size == 1 ? ops.broadcast_to(ops.reshape(tensor), shape.Resolve()) : ops.reshape(tensor, shape.Resolve());
    }

    /// <summary>A tensor of what can be one; a tensor stays as it is.</summary>
    /// <exception cref="ValueError">It is a tensor of another type than the one asked for.</exception>
    [TfFunction("convert_to_tensor")]
    public static Tensor convert_to_tensor(TensorLike value, DTypeLike dtype = default, DTypeLike dtype_hint = default, string? name = null)
    {
        if (Lambda.Takes(value))
        {
            return Lambda.Call("convert_to_tensor", value, dtype, dtype_hint, name);
        }

        var tensor = value.ToTensor(dtype.Type);
        return tensor.dtype == dtype.Or(tensor.dtype) ? tensor
            : throw new ValueError($"Tensor conversion requested dtype {dtype.Name} for Tensor with dtype {tensor.dtype.Name()}: {tensor.Repr()}");
    }

    /// <summary>Zeros; float32 unless a type is given.</summary>
    [TfFunction("zeros")]
    public static Tensor zeros(ShapeLike shape, DTypeLike dtype = default, string? name = null)
        => Lambda.Takes(shape) ? Lambda.Call("zeros", shape, dtype, name) : Full(0, shape, dtype);

    /// <summary>Ones; float32 unless a type is given.</summary>
    [TfFunction("ones")]
    public static Tensor ones(ShapeLike shape, DTypeLike dtype = default, string? name = null)
        => Lambda.Takes(shape) ? Lambda.Call("ones", shape, dtype, name) : Full(1, shape, dtype);

    /// <summary>One value everywhere.</summary>
    [TfFunction("fill")]
    public static Tensor fill(ShapeLike dims, TensorLike value, string? name = null) => Lambda.Takes(dims, value) ? Lambda.Call("fill", dims, value, name)
        : dims.IsSymbolic ? Lambda.Unknown(value.ToTensor().dtype, dims.Resolve()) : ops.broadcast_to(value.ToTensor(), dims.Resolve());

    /// <summary>Ones on the diagonal, else zeros.</summary>
    [TfFunction("eye")]
    public static Tensor eye(ShapeLike num_rows, ShapeLike num_columns = default, ShapeLike batch_shape = default, DTypeLike dtype = default, string? name = null)
    {
        if (Lambda.Takes(num_rows, num_columns, batch_shape))
        {
            return Lambda.Call("eye", num_rows, num_columns, batch_shape, dtype, name);
        }

        num_columns = num_columns.is_given ? num_columns : num_rows;
        if (num_rows.IsSymbolic || num_columns.IsSymbolic || batch_shape.IsSymbolic)
        {
            return Lambda.Unknown(dtype.Or(DType.Float32), [.. batch_shape.Resolve(), .. num_rows.Resolve(), .. num_columns.Resolve()]);
        }

        var (rows, columns) = (Counting(num_rows.Resolve()[0]), Counting(num_columns.Resolve()[0]));
        var unit = ops.cast(ops.equal(ops.expand_dims(rows, 1), columns), dtype.Or(DType.Float32));
        return batch_shape.is_given ? ops.broadcast_to(unit, [.. batch_shape.Resolve(), .. unit.Dims]) : unit;
    }

    /// <summary>The numbers from a start up to a limit; with one bound alone from 0 up to that.</summary>
    /// <exception cref="ValueError">The step is 0.</exception>
    [TfFunction("range")]
    public static Tensor range(TensorLike start, TensorLike limit = default, TensorLike delta = default, DTypeLike dtype = default, string? name = "range")
    {
        if (Lambda.Takes(start, limit, delta))
        {
            return Lambda.Call("range", start, limit, delta, dtype, name);
        }

        (start, limit) = limit.is_given ? (start, limit) : (0, start);
        Tensor[] bounds = [start.ToTensor(), limit.ToTensor(), (delta.is_given ? delta : 1).ToTensor()];
        var type = dtype.Or(Array.Find(bounds, b => b.dtype == DType.Float64)?.dtype ?? Array.Find(bounds, b => b.dtype.IsFloating())?.dtype
            ?? Array.Find(bounds, b => b.dtype == DType.Int64)?.dtype ?? DType.Int32);
        if (Array.Exists(bounds, b => b.IsSymbolic))
        {
            return Lambda.Unknown(type, -1);
        }

        var numbers = Array.ConvertAll(bounds, b => ops.cast(b, DType.Float64).ToArray<double>()[0]);
        var count = numbers[2] == 0 ? throw new InvalidArgumentError("Requires delta != 0") : (int)Math.Max(0, Math.Ceiling((numbers[1] - numbers[0]) / numbers[2]));
        return ops.cast(Tensor.From<double>([.. Enumerable.Range(0, count).Select(i => numbers[0] + (i * numbers[2]))], count), type);
    }

    /// <summary>So many numbers at equal distances, both bounds included.</summary>
    public static Tensor linspace(double start, double stop, int num, string? name = null)
        => Tensor.From<float>([.. Enumerable.Range(0, num).Select(i => (float)(num == 1 ? start : start + ((stop - start) * i / (num - 1))))], num);

    /// <summary>Zeros of the shape of a tensor, and of its type unless another is given.</summary>
    [TfFunction("zeros_like")]
    public static Tensor zeros_like(TensorLike input, DTypeLike dtype = default, string? name = null)
        => Lambda.Takes(input) ? Lambda.Call("zeros_like", input, dtype, name) : Like(input.ToTensor(), dtype, 0);

    /// <summary>Ones of the shape of a tensor, and of its type unless another is given.</summary>
    [TfFunction("ones_like")]
    public static Tensor ones_like(TensorLike input, DTypeLike dtype = default, string? name = null)
        => Lambda.Takes(input) ? Lambda.Call("ones_like", input, dtype, name) : Like(input.ToTensor(), dtype, 1);

    /// <summary>A variable that starts with a value.</summary>
    /// <param name="initial_value">The first value; its shape stays.</param>
    /// <param name="trainable">Whether a tape watches it by itself.</param>
    /// <param name="name"><c>Variable</c> if not given.</param>
    /// <param name="dtype">The type; the value's own if not given.</param>
    /// <param name="shape">The shape, whose dimensions may be free (null): values of several shapes can then be assigned. The value's own if not given.</param>
    /// <exception cref="ValueError">There is no value, or it does not have the shape.</exception>
    public static Variable Variable(
        TensorLike initial_value = default, bool trainable = true, string? name = null, DTypeLike dtype = default, TensorShape shape = default) => !initial_value.is_given
        ? throw new ValueError("The `initial_value` arg to `tf.Variable` must be specified except when you are not providing a `variable_def`. You provided neither.")
        : new Variable(
            dtype.Type is { } type ? ops.cast(initial_value.ToTensor(type), type) : initial_value.ToTensor(),
            $"{(EngineState.Current.NameScope is { } scope ? scope + "/" : "")}{name ?? "Variable"}:0", trainable, shape);

    private static Tensor Full(double value, ShapeLike shape, DTypeLike dtype) => shape.IsSymbolic ? Lambda.Unknown(dtype.Or(DType.Float32), shape.Resolve())
        : Tensor.Full(value, dtype.Or(DType.Float32), shape.Resolve());

    private static Tensor Like(Tensor x, DTypeLike dtype, double value) => ops.cast(ops.full_like(x, value), dtype.Or(x.dtype));

    private static Tensor Counting(int count) => Tensor.From<int>([.. Enumerable.Range(0, count)], count);
}

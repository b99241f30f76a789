using KerasSharp.Numpy;
using KerasSharp.Python;

namespace KerasSharp.Engine;

// Tensors as TensorFlow prints them; the numbers are NumPy's.
public partial class Tensor
{
    /// <summary>Python's <c>str</c>: <c>tf.Tensor([1. 2.], shape=(2,), dtype=float32)</c>; a matrix begins on a new line.</summary>
    public override string ToString() => HasEnded ? $"tf.Tensor(shape={shape}, dtype={dtype.Name()})"
        : $"tf.Tensor({OwnLine(NumpyText.Str(numpy()))}, shape={shape}, dtype={dtype.Name()})";

    /// <summary>Python's <c>repr</c>: <c>&lt;tf.Tensor: shape=(2,), dtype=float32, numpy=array([1., 2.], dtype=float32)&gt;</c>.</summary>
    internal virtual string Repr() => HasEnded ? $"<tf.Tensor: shape={shape}, dtype={dtype.Name()}>"
        : $"<tf.Tensor: shape={shape}, dtype={dtype.Name()}, numpy={ReprOfValue()}>";

    /// <summary>The value as <c>repr</c> shows it: <c>array([1., 2.], dtype=float32)</c>, of a scalar the number.</summary>
    internal string ReprOfValue() => OwnLine(ndim == 0 ? NumpyText.Str(numpy()) : NumpyText.Repr(numpy()));

    /// <summary>Python's <c>format</c>: of a scalar that of its number, else <c>str</c> of the array.</summary>
    internal string Format(string? spec) => PythonFormat.Format(numpy(), spec);

    // A tensor of a step that has ended has no value any more, and a debugger asks for its text still.
    private bool HasEnded => storage?.IsReleased ?? false;

    private static string OwnLine(string text) => text.Contains('\n', StringComparison.Ordinal) ? "\n" + text : text;
}

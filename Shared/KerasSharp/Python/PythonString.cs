using System.Runtime.CompilerServices;
using System.Text;
using NumSharp;

namespace KerasSharp.Python;

/// <summary>
/// A text as Python writes it: a parameter of this type takes a plain string, and an interpolated one as Python's f-string.
/// <c>$"{count:,} 張"</c>, <c>$"{loss:.4f}"</c>, <c>$"{name:12s}"</c>, <c>$"{X_train.shape}"</c> come out as in Python.
/// The default value means "not given".
/// Source: <see href="https://docs.python.org/3/reference/lexical_analysis.html#f-strings"/>.
/// </summary>
[InterpolatedStringHandler]
public readonly struct PythonString : IEquatable<PythonString>
{
    private readonly string? text;
    private readonly StringBuilder? builder;

    /// <summary>For the compiler: an interpolated string begins.</summary>
    public PythonString(int literalLength, int formattedCount) => builder = new StringBuilder(literalLength + (formattedCount * 8));

    private PythonString(string? text) => this.text = text;

    /// <summary>Whether a text was given at all.</summary>
    public bool is_given => text is not null || builder is not null;

    /// <summary>For the compiler: a piece of fixed text.</summary>
    public void AppendLiteral(string value) => builder!.Append(value);

    /// <summary>For the compiler: a value in braces, with Python's format specification.</summary>
    public void AppendFormatted<T>(T value, string? format = null) => builder!.Append(PythonFormat.Format(value, format));

    /// <inheritdoc cref="AppendFormatted{T}(T, string?)"/>
    public void AppendFormatted(PythonString value, string? format = null) => builder!.Append(PythonFormat.Format(value.ToString(), format));

    /// <summary>The text; the empty one where none was given.</summary>
    public override string ToString() => text ?? builder?.ToString() ?? "";

    /// <inheritdoc/>
    public bool Equals(PythonString other) => is_given == other.is_given && ToString() == other.ToString();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PythonString other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>Whether both texts are the same.</summary>
    public static bool operator ==(PythonString left, PythonString right) => left.Equals(right);

    /// <summary>Whether the texts differ.</summary>
    public static bool operator !=(PythonString left, PythonString right) => !left.Equals(right);

    /// <summary>A plain text; <see langword="null"/> means "not given".</summary>
    public static implicit operator PythonString(string? text) => new(text);

    // What print takes beside texts, where several values stand side by side. C# allows no conversion from object: str(value) serves all else.

    /// <summary><c>str(value)</c>.</summary>
    public static implicit operator PythonString(bool value) => new(PythonFormat.Str(value));

    /// <summary><c>str(value)</c>.</summary>
    public static implicit operator PythonString(int value) => new(PythonFormat.Str(value));

    /// <summary><c>str(value)</c>.</summary>
    public static implicit operator PythonString(long value) => new(PythonFormat.Str(value));

    /// <summary><c>str(value)</c>, as NumPy prints a float32.</summary>
    public static implicit operator PythonString(float value) => new(FormatFloat.Repr(value));

    /// <summary><c>str(value)</c>.</summary>
    public static implicit operator PythonString(double value) => new(FormatFloat.Repr(value));

    /// <summary><c>str(value)</c>: the array's or the scalar's text.</summary>
    public static implicit operator PythonString(NDArray value) => new(PythonFormat.Str(value));

    /// <summary><c>str(value)</c>: a shape's text for int and long, a list's for other elements.</summary>
    public static implicit operator PythonString(Array value) => new(PythonFormat.Str(value));

    /// <summary><c>str(value)</c>.</summary>
    public static implicit operator PythonString(TensorShape value) => new(PythonFormat.Str(value));

    /// <summary><c>str(value)</c>: a dtype's name.</summary>
    public static implicit operator PythonString(Type value) => new(PythonFormat.Str(value));

    /// <summary>A tensor as Python prints it.</summary>
    public static implicit operator PythonString(Engine.Tensor value) => new(PythonFormat.Str(value));

    /// <summary>A variable as Python prints it.</summary>
    public static implicit operator PythonString(Engine.Variable value) => new(PythonFormat.Str(value));

    /// <summary>What a metric has measured.</summary>
    public static implicit operator PythonString(Metrics.MetricResult value) => new(PythonFormat.Str(value));

    /// <summary>Loss and metrics as Python's list.</summary>
    public static implicit operator PythonString(Models.EvaluationResult value) => new(value?.ToString());
}

namespace KerasSharp.Engine;

// A variable of one element as a number or as true or false, as a tensor is.
#pragma warning disable CA2225 // the named alternative is item()
public sealed partial class Variable
{
    /// <summary>Python's <c>if v:</c>: whether the one element is not zero.</summary>
    /// <exception cref="ValueError">There are more elements than one.</exception>
    public static bool operator true(Variable v) => (bool)v.value;

    /// <inheritdoc cref="op_True"/>
    public static bool operator false(Variable v) => !v.value;

    /// <summary>Python's <c>not v</c>.</summary>
    /// <inheritdoc cref="op_True"/>
    public static bool operator !(Variable v) => !v.value;

    /// <summary>Python's <c>bool(v)</c>.</summary>
    /// <inheritdoc cref="op_True"/>
    public static explicit operator bool(Variable v) => (bool)v.value;

    /// <summary>Python's <c>float(v)</c>.</summary>
    /// <exception cref="TypeError">There is not exactly one element.</exception>
    public static explicit operator double(Variable v) => (double)v.value;

    /// <summary>Python's <c>float(v)</c>, in the precision that variables have.</summary>
    /// <exception cref="TypeError">There is not exactly one element.</exception>
    public static explicit operator float(Variable v) => (float)v.value;

    /// <summary>Python's <c>int(v)</c>: cut towards zero.</summary>
    /// <exception cref="TypeError">There is not exactly one element.</exception>
    public static explicit operator long(Variable v) => (long)v.value;

    /// <summary>Python's <c>int(v)</c>, where the number is small.</summary>
    /// <exception cref="TypeError">There is not exactly one element.</exception>
    public static explicit operator int(Variable v) => (int)v.value;
}

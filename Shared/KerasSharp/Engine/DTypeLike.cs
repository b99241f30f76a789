namespace KerasSharp.Engine;

/// <summary>An element type or its name, as <c>dtype</c> arguments take it: <c>tf.float32</c>, <c>"float32"</c>. The default value means "not given".</summary>
public readonly struct DTypeLike : IEquatable<DTypeLike>
{
    private readonly DType? type;

    private DTypeLike(DType type) => this.type = type;

    /// <summary>Whether a type was given.</summary>
    public bool is_given => type is not null;

    /// <summary>The type, or another one if none was given.</summary>
    public DType Or(DType otherwise) => type ?? otherwise;

    /// <summary>The type; null if none was given.</summary>
    internal DType? Type => type;

    /// <summary>What stands in a configuration: a name, or null.</summary>
    internal string? Name => type?.Name();

    /// <inheritdoc/>
    public bool Equals(DTypeLike other) => type == other.type;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is DTypeLike other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => type.GetHashCode();

    /// <summary>Whether both are the same.</summary>
    public static bool operator ==(DTypeLike left, DTypeLike right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(DTypeLike left, DTypeLike right) => !left.Equals(right);

    /// <summary>A type.</summary>
    public static implicit operator DTypeLike(DType value) => new(value);

    /// <summary>A type by its name.</summary>
    /// <exception cref="TypeError">The engine has no such type.</exception>
    public static implicit operator DTypeLike(string? name) => name is null ? default : new(DTypes.Parse(name));
}

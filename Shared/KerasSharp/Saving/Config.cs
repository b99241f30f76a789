namespace KerasSharp.Saving;

/// <summary>
/// What <c>get_config()</c> returns: Python's dictionary, in the order of insertion. Values are <see langword="null"/>, <see cref="bool"/>,
/// <see cref="int"/>, <see cref="long"/>, <see cref="float"/>, <see cref="double"/>, <see cref="string"/>, a <see cref="Config"/>,
/// a <see cref="TensorShape"/> or a list of these; so it can be written as JSON and compared with Keras's own.
/// </summary>
public sealed class Config : OrderedDictionary<string, object?>
{
    /// <summary>An empty configuration.</summary>
    public Config()
    {
    }

    /// <summary>A copy of <paramref name="other"/>, to which a derived class adds its own entries.</summary>
    public Config(Config other)
        : base(other)
    {
    }

    /// <summary>A number that Keras's own default gives as an integer: whole numbers are written without a point.</summary>
    internal static object Number(double value) => value == Math.Truncate(value) && Math.Abs(value) < 1e15 ? (long)value : value;
}

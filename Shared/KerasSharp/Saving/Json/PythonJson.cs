namespace KerasSharp.Saving.Json;

/// <summary>
/// Python's <c>json</c> module: Keras stores configurations with it, and a file of ours shall hold the same text.
/// Source: <see href="https://docs.python.org/3/library/json.html"/>.
/// </summary>
public static class PythonJson
{
    /// <summary>How deep arrays and objects may be nested: far deeper than any model, far shallower than the stack.</summary>
    public const int MaxDepth = 256;

    /// <summary>How long a text may be (64 million characters): a thousand times the longest configuration seen.</summary>
    public const int MaxLength = 64_000_000;

    /// <summary>Writes a value as <c>json.dumps</c> does: <c>{"a": [1, 2.0, null]}</c>, everything outside ASCII escaped.</summary>
    /// <param name="obj">Null, a bool, a number, a string, a <see cref="Config"/> or another string-keyed dictionary, a shape, or a sequence of these.</param>
    /// <param name="indent">Spaces per level, each entry on its own line; null for one line.</param>
    /// <param name="sort_keys">Whether objects list their keys in order.</param>
    /// <exception cref="TypeError">A value has no JSON form.</exception>
    /// <exception cref="ValueError">The value is nested deeper than <see cref="MaxDepth"/>, or in itself.</exception>
    public static string dumps(object? obj, int? indent = null, bool sort_keys = false) => new JsonWriter(indent, sort_keys).Write(obj);

    /// <summary>Reads a text as <c>json.loads</c> does, <c>NaN</c> and <c>Infinity</c> included.</summary>
    /// <returns>Null, a bool, a long, a double, a string, a <see cref="List{T}"/> of these, or a <see cref="Config"/>.</returns>
    /// <exception cref="JSONDecodeError">The text is not JSON.</exception>
    /// <exception cref="ValueError">It is longer than <see cref="MaxLength"/> or nested deeper than <see cref="MaxDepth"/>.</exception>
    public static object? loads(string s) => new JsonParser(s).Parse();
}

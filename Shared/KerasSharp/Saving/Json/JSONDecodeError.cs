namespace KerasSharp.Saving.Json;

/// <summary>A text is not JSON (Python's <c>json.JSONDecodeError</c>). The message is Python's, with line, column and position.</summary>
/// <remarks>Source: <see href="https://docs.python.org/3/library/json.html#json.JSONDecodeError"/>.</remarks>
public sealed class JSONDecodeError : ValueError
{
    /// <summary>An error with Python's message for what was found at a position of a text.</summary>
    /// <param name="msg">What is wrong, such as <c>Expecting value</c>.</param>
    /// <param name="doc">The text.</param>
    /// <param name="pos">The index, from 0, at which the text stops being JSON.</param>
    public JSONDecodeError(string msg, string doc, int pos)
        : this(msg, pos, Line(doc, pos), Column(doc, pos))
    {
    }

    private JSONDecodeError(string msg, int pos, int lineno, int colno)
        : base($"{msg}: line {lineno} column {colno} (char {pos})")
    {
        this.msg = msg;
        this.pos = pos;
        this.lineno = lineno;
        this.colno = colno;
    }

    /// <summary>What is wrong, without the position.</summary>
    public string msg { get; }

    /// <summary>The index, from 0.</summary>
    public int pos { get; }

    /// <summary>The line, from 1.</summary>
    public int lineno { get; }

    /// <summary>The column, from 1.</summary>
    public int colno { get; }

    private static int Line(string doc, int pos) => doc.AsSpan(0, pos).Count('\n') + 1;

    private static int Column(string doc, int pos) => pos - doc.AsSpan(0, pos).LastIndexOf('\n');
}

using System.Collections;

namespace KerasSharp.Python;

/// <summary>
/// Python's <c>range</c>: whole numbers from a start to a stop, which is not among them.
/// Source: <see href="https://docs.python.org/3/library/stdtypes.html#range"/>.
/// </summary>
public sealed class PythonRange : IReadOnlyList<int>
{
    /// <summary>The numbers <c>start, start + step, …</c> before <c>stop</c>.</summary>
    /// <exception cref="ValueError">The step is 0.</exception>
    public PythonRange(int start, int stop, int step)
    {
        if (step == 0)
        {
            throw new ValueError("range() arg 3 must not be zero");
        }

        (this.start, this.stop, this.step) = (start, stop, step);
        var span = step > 0 ? (long)stop - start : (long)start - stop;
        var stride = Math.Abs((long)step);
        Count = span <= 0 ? 0 : checked((int)((span + stride - 1) / stride));
    }

    /// <summary>The first number.</summary>
    public int start { get; }

    /// <summary>The bound, which is not reached.</summary>
    public int stop { get; }

    /// <summary>The distance between two numbers.</summary>
    public int step { get; }

    /// <summary>How many numbers there are.</summary>
    public int Count { get; }

    /// <summary>The number at <paramref name="index"/>; as in Python, a negative index counts from the end.</summary>
    /// <exception cref="IndexError">There is no such number.</exception>
    public int this[int index]
    {
        get
        {
            var i = index < 0 ? index + Count : index;
            return i >= 0 && i < Count ? start + (i * step) : throw new IndexError("range object index out of range");
        }
    }

    /// <inheritdoc/>
    public IEnumerator<int> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return start + (i * step);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Python's text: <c>range(0, 10)</c>.</summary>
    public override string ToString() => step == 1 ? $"range({start}, {stop})" : $"range({start}, {stop}, {step})";
}

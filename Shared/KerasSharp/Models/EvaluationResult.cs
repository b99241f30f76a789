using KerasSharp.Callbacks;

namespace KerasSharp.Models;

/// <summary>
/// What <c>evaluate</c>, <c>train_on_batch</c> and <c>test_on_batch</c> return: the loss, then the metrics. In Python it is a number, a list
/// or (with <c>return_dict=True</c>) a dictionary; here one object is all three: it has an order and names, and <c>(double)</c> of it is the loss.
/// </summary>
public sealed class EvaluationResult : IReadOnlyList<double>
{
    private readonly Logs logs;

    internal EvaluationResult(Logs logs) => this.logs = new Logs(logs);

    /// <summary>The names, in order: <c>loss</c>, then the metrics.</summary>
    public IReadOnlyList<string> names => [.. logs.Keys];

    /// <summary>How many values there are.</summary>
    public int Count => logs.Count;

    /// <summary>The value at a position: 0 is the loss.</summary>
    public double this[int index] => logs.GetAt(index).Value;

    /// <summary>The value of a name.</summary>
    /// <exception cref="KeyError">There is no such name.</exception>
    public double this[string name] => logs.TryGetValue(name, out var value) ? value
        : throw new KeyError($"'{name}'. Existing names are: {string.Join(", ", logs.Keys)}");

    /// <summary><c>var (loss, accuracy) = model.evaluate(…)</c>.</summary>
    /// <exception cref="ValueError">There are not two values, in Python's words.</exception>
    public void Deconstruct(out double loss, out double metric)
    {
        Require(2);
        (loss, metric) = (this[0], this[1]);
    }

    /// <summary><c>var (loss, accuracy, mae) = model.evaluate(…)</c>.</summary>
    /// <exception cref="ValueError">There are not three values, in Python's words.</exception>
    public void Deconstruct(out double loss, out double metric1, out double metric2)
    {
        Require(3);
        (loss, metric1, metric2) = (this[0], this[1], this[2]);
    }

    /// <summary>A copy of the values by name (Python's <c>return_dict=True</c>).</summary>
    public Logs as_dict() => new(logs);

    /// <summary>The loss. The conversion is explicit: else <c>Console.WriteLine(model.evaluate(…))</c> would print only the loss.</summary>
    public static explicit operator double(EvaluationResult result) => result[0];

    /// <inheritdoc/>
    public IEnumerator<double> GetEnumerator() => logs.Values.GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Python's list, or the number if there is one.</summary>
    public override string ToString() => Count == 1 ? Python.PythonFormat.Repr(this[0]) : $"[{string.Join(", ", this.Select(v => Python.PythonFormat.Repr(v)))}]";

    private void Require(int count)
    {
        if (Count != count)
        {
            throw new ValueError(Count < count
                ? $"not enough values to unpack (expected {count}, got {Count})"
                : $"too many values to unpack (expected {count}): {string.Join(", ", logs.Keys)}");
        }
    }
}

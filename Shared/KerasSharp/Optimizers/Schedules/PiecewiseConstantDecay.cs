using KerasSharp.Saving;

namespace KerasSharp.Optimizers.Schedules;

/// <summary>
/// One rate up to each boundary.
/// Source: <see href="https://keras.io/api/optimizers/learning_rate_schedules/piecewise_constant_decay/"/>.
/// </summary>
/// <param name="boundaries">The last steps of all pieces but the last.</param>
/// <param name="values">The rate of each piece: one more than boundaries.</param>
/// <param name="name">The name.</param>
[KerasExport("keras.optimizers.schedules.PiecewiseConstantDecay")]
public sealed class PiecewiseConstantDecay(
    IReadOnlyList<double> boundaries, IReadOnlyList<double> values, string? name = null)
    : LearningRateSchedule
{
    private readonly double[] ends = Check(boundaries, values);

    /// <inheritdoc/>
    public override double call(long step)
    {
        for (var i = 0; i < ends.Length; i++)
        {
            if (step <= ends[i])
            {
                return values[i];
            }
        }

        return values[^1];
    }

    private static double[] Check(IReadOnlyList<double> boundaries, IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(boundaries);
        ArgumentNullException.ThrowIfNull(values);
        return boundaries.Count == values.Count - 1 ? [.. boundaries]
            : throw new ValueError("The length of boundaries should be 1 less than the length of values. "
                + $"Received: boundaries={Text(boundaries)} of length {boundaries.Count}, and values={Text(values)} of length {values.Count}.");
    }

    private static string Text(IEnumerable<double> numbers)
        => $"[{string.Join(", ", numbers.Select(n => n == Math.Floor(n) ? $"{n:0}" : Python.PythonFormat.Repr(n)))}]";

    /// <inheritdoc/>
    public override Config get_config() => new()
    {
        ["boundaries"] = boundaries,
        ["values"] = values,
        ["name"] = name,
    };
}

using KerasSharp.Saving;

namespace KerasSharp.Optimizers.Schedules;

/// <summary>
/// Falls to its end along a power of time.
/// Source: <see href="https://keras.io/api/optimizers/learning_rate_schedules/polynomial_decay/"/>.
/// </summary>
/// <param name="initial_learning_rate">The rate of the first step.</param>
/// <param name="decay_steps">The number of steps in which the rate falls by the factor, or to its end.</param>
/// <param name="end_learning_rate">The rate in the end.</param>
/// <param name="power">The exponent: 1 is a straight line.</param>
/// <param name="cycle">Whether the decay begins again beyond its end, over more steps.</param>
/// <param name="name">The name.</param>
[KerasExport("keras.optimizers.schedules.PolynomialDecay")]
public sealed class PolynomialDecay(
    double initial_learning_rate, long decay_steps, double end_learning_rate = 0.0001, double power = 1.0, bool cycle = false, string? name = null)
    : LearningRateSchedule
{
    /// <inheritdoc/>
    public override double call(long step)
    {
        var steps = (double)decay_steps * (cycle ? Math.Max(1, Math.Ceiling((double)step / decay_steps)) : 1);
        var left = 1 - (Math.Min(step, steps) / steps);
        return ((initial_learning_rate - end_learning_rate) * Math.Pow(left, power)) + end_learning_rate;
    }

    /// <inheritdoc/>
    public override Config get_config() => new()
    {
        ["initial_learning_rate"] = initial_learning_rate,
        ["decay_steps"] = decay_steps,
        ["end_learning_rate"] = end_learning_rate,
        ["power"] = power,
        ["cycle"] = cycle,
        ["name"] = name,
    };
}

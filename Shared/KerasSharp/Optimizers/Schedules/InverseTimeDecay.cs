using KerasSharp.Saving;

namespace KerasSharp.Optimizers.Schedules;

/// <summary>
/// Falls as 1 / (1 + rate · time).
/// Source: <see href="https://keras.io/api/optimizers/learning_rate_schedules/inverse_time_decay/"/>.
/// </summary>
/// <param name="initial_learning_rate">The rate of the first step.</param>
/// <param name="decay_steps">The number of steps in which the rate falls by the factor, or to its end.</param>
/// <param name="decay_rate">The factor.</param>
/// <param name="staircase">Whether the rate falls only after each whole number of <paramref name="decay_steps"/>.</param>
/// <param name="name">The name.</param>
[KerasExport("keras.optimizers.schedules.InverseTimeDecay")]
public sealed class InverseTimeDecay(
    double initial_learning_rate, long decay_steps, double decay_rate, bool staircase = false, string? name = null)
    : LearningRateSchedule
{
    /// <inheritdoc/>
    public override double call(long step)
    {
        var periods = (double)step / decay_steps;
        return initial_learning_rate / (1 + (decay_rate * (staircase ? Math.Floor(periods) : periods)));
    }

    /// <inheritdoc/>
    public override Config get_config() => new()
    {
        ["initial_learning_rate"] = initial_learning_rate,
        ["decay_steps"] = decay_steps,
        ["decay_rate"] = decay_rate,
        ["staircase"] = staircase,
        ["name"] = name,
    };
}

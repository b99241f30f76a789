using KerasSharp.Saving;

namespace KerasSharp.Optimizers.Schedules;

/// <summary>
/// Falls along half a cosine, again and again (Loshchilov and Hutter 2016).
/// Source: <see href="https://keras.io/api/optimizers/learning_rate_schedules/cosine_decay_restarts/"/>.
/// </summary>
/// <param name="initial_learning_rate">The rate of the first step.</param>
/// <param name="first_decay_steps">The number of steps of the first period.</param>
/// <param name="t_mul">How much longer each period is than the one before.</param>
/// <param name="m_mul">How much lower each period begins than the one before.</param>
/// <param name="alpha">The rate in the end, as a share of the first.</param>
/// <param name="name">The name.</param>
[KerasExport("keras.optimizers.schedules.CosineDecayRestarts")]
public sealed class CosineDecayRestarts(
    double initial_learning_rate, long first_decay_steps, double t_mul = 2.0, double m_mul = 1.0, double alpha = 0.0, string? name = null)
    : LearningRateSchedule
{
    /// <inheritdoc/>
    public override double call(long step)
    {
        var time = (double)step / first_decay_steps;
        double period, done;
        if (t_mul == 1)
        {
            period = Math.Floor(time);
            done = time - period;
        }
        else
        {
            // The periods before number n last (1 - t_mul^n) / (1 - t_mul) together.
            period = Math.Floor(Math.Log(1 - (time * (1 - t_mul))) / Math.Log(t_mul));
            var length = Math.Pow(t_mul, period);
            done = (time - ((1 - length) / (1 - t_mul))) / length;
        }

        var cosine = 0.5 * Math.Pow(m_mul, period) * (1 + Math.Cos(Math.PI * done));
        return initial_learning_rate * (((1 - alpha) * cosine) + alpha);
    }

    /// <inheritdoc/>
    public override Config get_config() => new()
    {
        ["initial_learning_rate"] = initial_learning_rate,
        ["first_decay_steps"] = first_decay_steps,
        ["t_mul"] = t_mul,
        ["m_mul"] = m_mul,
        ["alpha"] = alpha,
        ["name"] = name,
    };
}

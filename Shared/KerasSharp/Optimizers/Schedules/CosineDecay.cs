using KerasSharp.Saving;

namespace KerasSharp.Optimizers.Schedules;

/// <summary>
/// Falls along half a cosine, after a linear rise if asked (Loshchilov and Hutter 2016).
/// Source: <see href="https://keras.io/api/optimizers/learning_rate_schedules/cosine_decay/"/>.
/// </summary>
/// <param name="initial_learning_rate">The rate of the first step.</param>
/// <param name="decay_steps">The number of steps in which the rate falls by the factor, or to its end.</param>
/// <param name="alpha">The rate in the end, as a share of the first.</param>
/// <param name="name">The name.</param>
/// <param name="warmup_target">The rate at the end of a linear rise from the first; no rise if not given.</param>
/// <param name="warmup_steps">The number of steps of the rise.</param>
[KerasExport("keras.optimizers.schedules.CosineDecay")]
public sealed class CosineDecay(
    double initial_learning_rate, long decay_steps, double alpha = 0.0, string? name = null, double? warmup_target = null, long warmup_steps = 0)
    : LearningRateSchedule
{
    /// <inheritdoc/>
    public override double call(long step) => warmup_target is not { } target ? Decay(step, initial_learning_rate)
        : step < warmup_steps ? initial_learning_rate + ((target - initial_learning_rate) * step / warmup_steps)
        : Decay(step - warmup_steps, target);

    private double Decay(long step, double from)
    {
        // In float32, as Keras: near the end 1 + cos leaves few digits.
        var cosine = 0.5f * (1 + MathF.Cos(MathF.PI * ((float)Math.Min(step, decay_steps) / decay_steps)));
        return from * (((1 - alpha) * cosine) + alpha);
    }

    /// <inheritdoc/>
    public override Config get_config() => new()
    {
        ["initial_learning_rate"] = initial_learning_rate,
        ["decay_steps"] = decay_steps,
        ["alpha"] = alpha,
        ["name"] = name,
        ["warmup_target"] = warmup_target,
        ["warmup_steps"] = warmup_steps,
    };
}

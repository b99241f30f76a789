using KerasSharp.Saving;

namespace KerasSharp.Optimizers.Schedules;

/// <summary>A learning rate that follows from the number of steps. Source: <see href="https://keras.io/api/optimizers/learning_rate_schedules/"/>.</summary>
public abstract class LearningRateSchedule : IConfigurable
{
    /// <summary>The rate of a step, counted from 0. Python's <c>schedule(step)</c>.</summary>
    public abstract double call(long step);

    /// <summary>The constructor's arguments.</summary>
    public abstract Config get_config();
}

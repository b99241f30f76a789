using KerasSharp.Saving;

namespace KerasSharp.Optimizers.Schedules;

/// <summary>A learning rate that follows from the number of steps. Source: <see href="https://keras.io/api/optimizers/learning_rate_schedules/"/>.</summary>
public abstract class LearningRateSchedule
{
    /// <summary>The rate of a step, counted from 0. Python's <c>schedule(step)</c>.</summary>
    public abstract double call(long step);

    /// <summary>The constructor's arguments.</summary>
    public abstract Config get_config();

    /// <summary>How it stands in an optimizer's configuration.</summary>
    internal Config Serialize() => new()
    {
        ["module"] = "keras.optimizers.schedules", ["class_name"] = GetType().Name, ["config"] = get_config(), ["registered_name"] = null,
    };
}

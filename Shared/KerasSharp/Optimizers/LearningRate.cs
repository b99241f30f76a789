using KerasSharp.Optimizers.Schedules;

namespace KerasSharp.Optimizers;

/// <summary>"A number or a schedule", as Keras's <c>learning_rate</c> takes it. The default value means "not given".</summary>
public readonly struct LearningRate : IEquatable<LearningRate>
{
    private LearningRate(double? value, LearningRateSchedule? schedule) => (this.value, this.schedule) = (value, schedule);

    /// <summary>The number; null if there is none.</summary>
    public double? value { get; }

    /// <summary>The schedule; null if there is none.</summary>
    public LearningRateSchedule? schedule { get; }

    /// <summary>This, or a number where nothing was given.</summary>
    public LearningRate Or(double rate) => value is null && schedule is null ? rate : this;

    /// <inheritdoc/>
    public bool Equals(LearningRate other) => value == other.value && schedule == other.schedule;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is LearningRate other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(value, schedule);

    /// <summary>Whether both are the same.</summary>
    public static bool operator ==(LearningRate left, LearningRate right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(LearningRate left, LearningRate right) => !left.Equals(right);

    /// <summary>A constant rate.</summary>
    public static implicit operator LearningRate(double value) => new(value, null);

    /// <summary>A constant rate.</summary>
    public static implicit operator LearningRate(int value) => new(value, null);

    /// <summary>A rate that changes with the steps.</summary>
    public static implicit operator LearningRate(LearningRateSchedule schedule) => new(null, schedule);
}

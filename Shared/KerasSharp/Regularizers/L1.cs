using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp.Regularizers;

/// <summary><paramref name="l1"/> times the sum of absolute values. Source: <see href="https://keras.io/api/layers/regularizers/#l1-class"/>.</summary>
[KerasExport("keras.regularizers.L1", "keras.regularizers.l1")]
public class L1(double l1 = 0.01) : Regularizer
{
    /// <summary>The factor, rounded to float32.</summary>
    public double l1 { get; } = keras.regularizers.Penalty(l1);

    /// <inheritdoc/>
    public override Tensor call(Tensor x) => l1 * keras.ops.sum(keras.ops.abs(x));

    /// <inheritdoc/>
    public override Config get_config() => new() { ["l1"] = l1 };
}

using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp.Regularizers;

/// <summary><paramref name="l2"/> times the sum of squares. Source: <see href="https://keras.io/api/layers/regularizers/#l2-class"/>.</summary>
[KerasExport("keras.regularizers.L2", "keras.regularizers.l2")]
public class L2(double l2 = 0.01) : Regularizer
{
    /// <summary>The factor, rounded to float32.</summary>
    public double l2 { get; } = keras.regularizers.Penalty(l2);

    /// <inheritdoc/>
    public override Tensor call(Tensor x) => l2 * keras.ops.sum(keras.ops.square(x));

    /// <inheritdoc/>
    public override Config get_config() => new() { ["l2"] = l2 };
}

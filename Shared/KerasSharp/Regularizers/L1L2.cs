using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp.Regularizers;

/// <summary>
/// <paramref name="l1"/> times the sum of absolute values, and <paramref name="l2"/> times the sum of squares.
/// Source: <see href="https://keras.io/api/layers/regularizers/#l1l2-class"/>.
/// </summary>
[KerasExport("keras.regularizers.L1L2")]
public class L1L2(double l1 = 0.0, double l2 = 0.0) : Regularizer
{
    /// <summary>The factor of the sum of absolute values, rounded to float32.</summary>
    public double l1 { get; } = keras.regularizers.Penalty(l1);

    /// <summary>The factor of the sum of squares, rounded to float32.</summary>
    public double l2 { get; } = keras.regularizers.Penalty(l2);

    /// <inheritdoc/>
    public override Tensor call(Tensor x) => (l1, l2) switch
    {
        (0, 0) => Tensor.Scalar(0),
        (_, 0) => l1 * keras.ops.sum(keras.ops.abs(x)),
        (0, _) => l2 * keras.ops.sum(keras.ops.square(x)),
        _ => (l1 * keras.ops.sum(keras.ops.abs(x))) + (l2 * keras.ops.sum(keras.ops.square(x))),
    };

    /// <inheritdoc/>
    public override Config get_config() => new() { ["l1"] = l1, ["l2"] = l2 };

    /// <summary>Both penalties, with other defaults than the class's.</summary>
    /// <param name="l1">The factor of the sum of absolute values.</param>
    /// <param name="l2">The factor of the sum of squares.</param>
    [KerasExport("keras.regularizers.l1_l2")]
    [KerasName("keras.regularizers.l1_l2")]
    internal static L1L2 l1_l2(double l1 = 0.01, double l2 = 0.01) => new(l1, l2);
}

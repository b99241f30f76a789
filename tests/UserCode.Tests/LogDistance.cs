using KerasSharp.Engine;
using KerasSharp.Losses;
using static KerasSharp.keras;

namespace UserCode;

/// <summary>A loss: the mean of <c>log(1 + (y_true - y_pred)²)</c>.</summary>
public class LogDistance() : Loss(name: "log_distance")
{
    /// <inheritdoc/>
    public override Tensor call(Tensor y_true, Tensor y_pred) => ops.mean(ops.log1p(ops.square(y_true - y_pred)), axis: -1);
}

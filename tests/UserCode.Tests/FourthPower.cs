using KerasSharp.Engine;
using KerasSharp.Regularizers;
using KerasSharp.Saving;
using static KerasSharp.keras;

namespace UserCode;

/// <summary>A regularizer: a factor times the sum of the fourth powers.</summary>
public class FourthPower(double factor) : Regularizer
{
    /// <inheritdoc/>
    public override Tensor call(Tensor x) => ops.sum(ops.square(ops.square(x))) * factor;

    /// <inheritdoc/>
    public override Config get_config() => new() { ["factor"] = factor };
}

using KerasSharp.Engine;
using KerasSharp.Initializers;
using KerasSharp.Saving;

namespace UserCode;

/// <summary>An initializer: equal steps from -limit to +limit.</summary>
public class Ramp(double limit = 0.5) : Initializer
{
    /// <inheritdoc/>
    public override Tensor call(ReadOnlySpan<int> shape, string dtype = "float32")
    {
        var size = 1;
        foreach (var length in shape)
        {
            size *= length;
        }

        var values = new float[size];
        for (var i = 0; i < size; i++)
        {
            values[i] = (float)(limit * ((2.0 * (i + 0.5) / size) - 1));
        }

        return Tensor.From<float>(values, shape.ToArray());
    }

    /// <inheritdoc/>
    public override Config get_config() => new() { ["limit"] = limit };
}

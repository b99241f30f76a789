using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp.Regularizers;

/// <summary>
/// <c>factor</c> times the mean absolute cosine between the rows (or columns) of a matrix: 0 where all are orthogonal.
/// Source: <see href="https://keras.io/api/layers/regularizers/#orthogonalregularizer-class"/>.
/// </summary>
[KerasExport("keras.regularizers.OrthogonalRegularizer", "keras.regularizers.orthogonal_regularizer")]
public class OrthogonalRegularizer : Regularizer
{
    /// <summary>A regularizer of the rows or columns of a matrix.</summary>
    /// <exception cref="ValueError">The mode is neither <c>rows</c> nor <c>columns</c>.</exception>
    public OrthogonalRegularizer(double factor = 0.01, string mode = "rows")
    {
        this.factor = keras.regularizers.Penalty(factor);
        this.mode = mode is "rows" or "columns" ? mode
            : throw new ValueError($"Invalid value for argument `mode`. Expected one of {{\"rows\", \"columns\"}}. Received: mode={mode}");
    }

    /// <summary>The factor, rounded to float32.</summary>
    public double factor { get; }

    /// <summary><c>rows</c> or <c>columns</c>.</summary>
    public string mode { get; }

    /// <inheritdoc/>
    /// <exception cref="ValueError">The tensor has not rank 2.</exception>
    public override Tensor call(Tensor x)
    {
        if (x.ndim != 2)
        {
            throw new ValueError($"Inputs to OrthogonalRegularizer must have rank 2. Received: inputs.shape={x.shape}");
        }

        var axis = mode == "rows" ? 1 : 0;
        var length = keras.ops.sqrt(keras.ops.maximum(keras.ops.sum(keras.ops.square(x), axis, keepdims: true), Tensor.ScalarBeside(x, 1e-12f)));
        var unit = x / length;
        var transposed = keras.ops.transpose(unit);
        var cosines = mode == "rows" ? keras.ops.matmul(unit, transposed) : keras.ops.matmul(transposed, unit);

        // The diagonal is 1 and says nothing; each pair stands there twice.
        var n = cosines.dim(0);
        var pairs = n * (n - 1) / 2.0;
        var others = cosines * (1 - new Initializers.Identity().call([n, n]));
        return factor * 0.5 * keras.ops.sum(keras.ops.abs(others)) / pairs;
    }

    /// <inheritdoc/>
    public override Config get_config() => new() { ["factor"] = factor, ["mode"] = mode };
}

using KerasSharp.Engine;
using KerasSharp.Saving;
using MathNet.Numerics.LinearAlgebra.Double;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace KerasSharp.Initializers;

/// <summary>
/// Rows or columns (the fewer) orthogonal to each other and of length <paramref name="gain"/>; rank at least 2.
/// Source: <see href="https://keras.io/api/layers/initializers/#orthogonal-class"/>.
/// </summary>
[KerasExport("keras.initializers.Orthogonal", "keras.initializers.orthogonal")]
public class Orthogonal(double gain = 1.0, int? seed = null) : RandomInitializer(seed)
{
    /// <summary>The length of each row or column.</summary>
    public double gain { get; } = gain;

    /// <inheritdoc/>
    public override Config get_config() => new() { ["gain"] = gain, ["seed"] = seed };

    /// <inheritdoc/>
    /// <exception cref="ValueError">The shape has rank 0 or 1.</exception>
    private protected override void Fill(Span<float> values, ReadOnlySpan<int> shape, Philox random)
    {
        if (shape.Length < 2)
        {
            throw new ValueError("The tensor to initialize must be at least two-dimensional. "
                + $"Received: shape={Shapes.Text(shape)} of rank {shape.Length}.");
        }

        if (values.IsEmpty)
        {
            return;
        }

        var columns = shape[^1];
        var rows = values.Length / columns;
        var (longer, shorter) = (Math.Max(rows, columns), Math.Min(rows, columns));
        var numbers = new float[longer * shorter];
        Draw.Normal(numbers, random);
        var normal = DenseMatrix.Create(longer, shorter, (i, j) => numbers[(i * shorter) + j]);
        var qr = normal.QR(QRMethod.Thin);
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                // The signs of Q depend on the algorithm. The signs of R's diagonal make the distribution uniform.
                var (along, across) = rows >= columns ? (i, j) : (j, i);
                values[(i * columns) + j] = (float)(gain * qr.Q[along, across] * (qr.R[across, across] < 0 ? -1 : 1));
            }
        }
    }
}

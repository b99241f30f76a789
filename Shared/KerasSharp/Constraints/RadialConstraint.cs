using KerasSharp.Engine;

namespace KerasSharp.Constraints;

/// <summary>
/// Makes each kernel (height, width) of a convolution the same along circles around its middle; kernels must be square.
/// Source: <see href="https://keras.io/api/layers/constraints/#radialconstraint-class"/>.
/// </summary>
[KerasExport("keras.constraints.RadialConstraint", "keras.constraints.radial_constraint")]
public class RadialConstraint : Constraint
{
    /// <inheritdoc/>
    /// <exception cref="ValueError">The weight has not rank 4, or its first two axes differ.</exception>
    public override Tensor call(Tensor w)
    {
        if (w.ndim != 4)
        {
            throw new ValueError($"The weight tensor must have rank 4. Received weight tensor with shape: {w.shape}");
        }

        var (height, width, kernels) = (w.dim(0), w.dim(1), w.dim(2) * w.dim(3));
        if (height != width)
        {
            throw new ValueError($"The kernel must be square. Received weight tensor with shape: {w.shape}");
        }

        var from = w.ToArray<float>();
        var to = new float[from.Length];
        for (var i = 0; i < height; i++)
        {
            for (var j = 0; j < width; j++)
            {
                var source = OnDiagonal(Ring(i, j, height), height);
                Array.Copy(from, source * (width + 1) * kernels, to, ((i * width) + j) * kernels, kernels);
            }
        }

        return Tensor.FromBeside<float>(w, to, w.DimsArray);
    }

    // The number of squares between an element and the middle.
    private static int Ring(int i, int j, int size)
    {
        var edge = Math.Min(Math.Min(i, j), Math.Min(size - 1 - i, size - 1 - j));
        return ((size - 1) / 2) - edge;
    }

    // Where on the diagonal Keras takes a ring's value from: for odd sizes one place before the ring itself.
    private static int OnDiagonal(int ring, int size) => ring == 0 ? Math.Max(0, (size / 2) - 1) : (size / 2) + ring - (size % 2);
}

using KerasSharp.Backends;
using KerasSharp.Engine;

namespace KerasSharp;

public static partial class keras
{
    public static partial class ops
    {
        /// <summary>x1 where the condition (bool) holds, else x2. All three have one shape; x1 and x2 are float32.</summary>
        /// <exception cref="ValueError">The shapes differ.</exception>
        public static Tensor where(Tensor condition, Tensor x1, Tensor x2)
        {
            if (!Shapes.Same(condition.Dims, x1.Dims) || !Shapes.Same(x1.Dims, x2.Dims))
            {
                throw new ValueError($"where expects three tensors of one shape. Received: condition.shape={condition.shape}, x1.shape={x1.shape}, x2.shape={x2.shape}");
            }

            RequireFloat(x1, "where");
            RequireFloat(x2, "where");
            var y = Tensor.EmptyLike(x1);
            Backend.Current.Select(condition, x1, x2, y);
            if (GradientTape.IsRecording)
            {
                GradientTape.Record(y, [x1, x2], (dy, needs) =>
                {
                    var zeros = Tensor.Full(0, dy.DimsArray);
                    return [needs[0] ? where(condition, dy, zeros) : null, needs[1] ? where(condition, zeros, dy) : null];
                });
            }

            return y;
        }
    }
}

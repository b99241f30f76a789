using KerasSharp.Backends;
using KerasSharp.Engine;

namespace KerasSharp;

public static partial class keras
{
    public static partial class ops
    {
        /// <summary>float32 zeros.</summary>
        public static Tensor zeros(params int[] shape) => Tensor.Full(0, shape);

        /// <summary>float32 ones.</summary>
        public static Tensor ones(params int[] shape) => Tensor.Full(1, shape);

        /// <summary>float32 zeros of the shape of x.</summary>
        public static Tensor zeros_like(Tensor x) => Tensor.Full(0, x.DimsArray);

        /// <summary>float32 ones of the shape of x.</summary>
        public static Tensor ones_like(Tensor x) => Tensor.Full(1, x.DimsArray);

        /// <summary>The elements between two bounds; where they are cut the gradient is 0.</summary>
        public static Tensor clip(Tensor x, double x_min, double x_max) => minimum(maximum(x, Tensor.Scalar((float)x_min)), Tensor.Scalar((float)x_max));

        /// <summary>The same value, through which no gradient flows.</summary>
        public static Tensor stop_gradient(Tensor x) => x.Reshaped(x.DimsArray);

        /// <summary>The same value as a tensor of its own.</summary>
        public static Tensor copy(Tensor x)
        {
            var y = Tensor.EmptyLike(x);
            Backend.Current.Copy(x, y);
            if (GradientTape.IsRecording)
            {
                GradientTape.Record(y, [x], (dy, _) => [dy]);
            }

            return y;
        }

        /// <summary>1 at the index of each element, else 0: int32 (…) → float32 (…, num_classes). Indices out of range give zeros.</summary>
        public static Tensor one_hot(Tensor x, int num_classes)
        {
            var classes = Tensor.From<int>([.. Enumerable.Range(0, num_classes)], num_classes);
            return cast(equal(expand_dims(cast(x, "int32"), -1), classes), "float32");
        }
    }
}

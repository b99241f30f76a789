using KerasSharp.Engine;
using KerasSharp.Ops;

namespace KerasSharp;

public static partial class keras
{
    public static partial class ops
    {
        /// <summary>float32 zeros.</summary>
        public static Tensor zeros(params int[] shape) => Tensor.Full(0, shape);

        /// <summary>float32 ones.</summary>
        public static Tensor ones(params int[] shape) => Tensor.Full(1, shape);

        /// <summary>Zeros of the shape and type of x.</summary>
        public static Tensor zeros_like(Tensor x) => SymbolicFunctions.Take(x) ? SymbolicFunctions.Current.Call("zeros_like", x) : full_like(x, 0);

        /// <summary>Ones of the shape and type of x.</summary>
        public static Tensor ones_like(Tensor x) => SymbolicFunctions.Take(x) ? SymbolicFunctions.Current.Call("ones_like", x) : full_like(x, 1);

        /// <summary>One value everywhere, of the shape and type of x.</summary>
        [TfFunction("keras.ops.full_like")]
        public static Tensor full_like(Tensor x, double fill_value)
            => SymbolicFunctions.Take(x) ? SymbolicFunctions.Current.Call("keras.ops.full_like", x, fill_value) : new FullLike(fill_value).apply(x);

        /// <summary>The elements between two bounds; where they are cut the gradient is 0.</summary>
        public static Tensor clip(Tensor x, double x_min, double x_max)
            => SymbolicFunctions.Take(x) ? SymbolicFunctions.Current.Call("clip_by_value", x, x_min, x_max)
                : minimum(maximum(x, Tensor.ScalarBeside(x, x_min)), Tensor.ScalarBeside(x, x_max));

        /// <summary>1 at the index of each element, else 0: int32 (…) → float32 (…, num_classes). Indices out of range give zeros.</summary>
        public static Tensor one_hot(Tensor x, int num_classes)
        {
            if (num_classes < 0)
            {
                throw new ValueError($"The number of classes of one_hot is at least 0. Received: {num_classes}");
            }

            if (SymbolicFunctions.Take(x))
            {
                return SymbolicFunctions.Current.Call("one_hot", x, num_classes);
            }

            var classes = Tensor.FromBeside<int>(x, [.. Enumerable.Range(0, num_classes)], num_classes);
            return cast(equal(expand_dims(cast(x, "int32"), -1), classes), "float32");
        }
    }
}

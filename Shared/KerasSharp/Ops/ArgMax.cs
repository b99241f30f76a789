using KerasSharp.Backends;
using KerasSharp.Engine;

namespace KerasSharp;

public static partial class keras
{
    public static partial class ops
    {
        /// <summary>The index of the first largest element along an axis; int32, without that axis.</summary>
        public static Tensor argmax(Tensor x, int axis = -1) => ArgReduce(true, x, axis);

        /// <summary>The index of the first smallest element along an axis; int32, without that axis.</summary>
        public static Tensor argmin(Tensor x, int axis = -1) => ArgReduce(false, x, axis);

        private static Tensor ArgReduce(bool max, Tensor x, int axis)
        {
            RequireFloat(x, max ? "argmax" : "argmin");
            axis = Shapes.Axis(axis, x.ndim);
            var y = Tensor.Empty(DType.Int32, Shapes.Reduced(x.DimsArray, [axis], keepdims: false));
            Backend.Current.ArgReduce(max, x, axis, y);
            return y;
        }
    }
}

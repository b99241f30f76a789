using KerasSharp.Engine;

namespace KerasSharp;

public static partial class keras
{
    public static partial class ops
    {
        /// <summary>The same elements in another shape; one dimension may be -1 and follows from the others. Nothing is copied.</summary>
        /// <exception cref="ValueError">The sizes do not fit.</exception>
        public static Tensor reshape(Tensor x, params int[] newshape)
        {
            var dims = Resolve(x, newshape);
            var y = x.Reshaped(dims);
            if (GradientTape.IsRecording)
            {
                GradientTape.Record(y, [x], (dy, _) => [dy.Reshaped(x.DimsArray)]);
            }

            return y;
        }

        /// <summary>One more axis of length 1.</summary>
        public static Tensor expand_dims(Tensor x, int axis)
        {
            axis = Shapes.Axis(axis, x.ndim + 1);
            return reshape(x, [.. x.Dims[..axis], 1, .. x.Dims[axis..]]);
        }

        /// <summary>Without the axis, which has length 1.</summary>
        public static Tensor squeeze(Tensor x, int axis)
        {
            axis = Shapes.Axis(axis, x.ndim);
            return x.dim(axis) == 1
                ? reshape(x, [.. x.Dims[..axis], .. x.Dims[(axis + 1)..]])
                : throw new ValueError($"Cannot squeeze axis={axis}, because the dimension is not 1. Received: shape {x.shape}");
        }

        private static int[] Resolve(Tensor x, int[] newshape)
        {
            var dims = (int[])newshape.Clone();
            var open = Array.IndexOf(dims, -1);
            if (open >= 0)
            {
                dims[open] = 1;
                var rest = Shapes.Size(dims);
                dims[open] = rest == 0 ? 0 : x.size / rest;
            }

            return Array.TrueForAll(dims, d => d >= 0) && Shapes.Size(dims) == x.size ? dims
                : throw new ValueError($"Cannot reshape a tensor with {x.size} elements and shape {x.shape} to shape {Shapes.Text(newshape)}");
        }
    }
}

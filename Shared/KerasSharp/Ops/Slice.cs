using KerasSharp.Backends;
using KerasSharp.Engine;

namespace KerasSharp;

public static partial class keras
{
    public static partial class ops
    {
        /// <summary>A box: from <paramref name="start_indices"/>, of the given shape.</summary>
        /// <exception cref="ValueError">The box leaves the tensor.</exception>
        public static Tensor slice(Tensor x, int[] start_indices, int[] shape)
        {
            var inside = start_indices.Length == x.ndim && shape.Length == x.ndim;
            for (var i = 0; inside && i < x.ndim; i++)
            {
                inside = CheckedGeometry.IsInside(start_indices[i], shape[i], x.dim(i));
            }

            if (!inside)
            {
                throw new ValueError($"The slice that starts at {Shapes.Text(start_indices)} with shape {Shapes.Text(shape)} is not inside a tensor of shape {x.shape}.");
            }

            var y = Tensor.Empty(x.dtype, (int[])shape.Clone());
            Backend.Current.Slice(x, start_indices, y);
            if (GradientTape.IsRecording)
            {
                GradientTape.Record(y, [x], (dy, _) =>
                {
                    var dx = Tensor.Full(0, x.DimsArray);
                    Backend.Current.SetSlice(dy, start_indices, dx);
                    return [dx];
                });
            }

            return y;
        }

        /// <summary>Joins tensors along an axis; their other dimensions are the same.</summary>
        /// <exception cref="ValueError">No tensor, or shapes that do not fit.</exception>
        public static Tensor concatenate(IReadOnlyList<Tensor> xs, int axis = -1)
        {
            if (xs.Count == 0)
            {
                throw new ValueError("concatenate expects at least one tensor. Received: none.");
            }

            axis = Shapes.Axis(axis, xs[0].ndim);
            var dims = (int[])xs[0].DimsArray.Clone();
            dims[axis] = 0;
            foreach (var x in xs)
            {
                for (var i = 0; i < dims.Length; i++)
                {
                    if (x.ndim != dims.Length || (i != axis && x.dim(i) != dims[i]))
                    {
                        throw new ValueError($"concatenate expects shapes that differ only along axis {axis}. Received: {string.Join(", ", xs.Select(t => t.shape))}");
                    }
                }

                dims[axis] = CheckedGeometry.Dimension((long)dims[axis] + x.dim(axis), "the joined axis");
            }

            var y = Tensor.Empty(xs[0].dtype, dims);
            var starts = new int[xs.Count][];
            for (int i = 0, offset = 0; i < xs.Count; offset += xs[i].dim(axis), i++)
            {
                starts[i] = new int[dims.Length];
                starts[i][axis] = offset;
                Backend.Current.SetSlice(xs[i], starts[i], y);
            }

            if (GradientTape.IsRecording)
            {
                GradientTape.Record(y, [.. xs], (dy, _) => [.. xs.Select((x, i) => slice(dy, starts[i], x.DimsArray))]);
            }

            return y;
        }
    }
}

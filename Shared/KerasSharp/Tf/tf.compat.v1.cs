using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp;

public static partial class tf
{
    /// <summary>The functions that TensorFlow 2's own call in the end: the names that configurations have for them.</summary>
    internal static partial class compat
    {
        internal static partial class v1
        {
            [TfFunction("compat.v1.transpose", WritesAll = true)]
            internal static Tensor transpose(TensorLike a, IntTuple perm = default, string? name = "transpose", bool conjugate = false)
                => Lambda.Takes(a) ? Lambda.Call("compat.v1.transpose", a, perm, name, conjugate) : ops.transpose(a.ToTensor(), perm);

            [TfFunction("compat.v1.squeeze", WritesAll = true)]
            internal static Tensor squeeze(TensorLike input, IntTuple axis = default, string? name = null)
                => Lambda.Takes(input) ? Lambda.Call("compat.v1.squeeze", input, axis, name) : ops.squeeze(input.ToTensor(), axis);

            [TfFunction("compat.v1.shape", WritesAll = true)]
            internal static Tensor shape(TensorLike input, string? name = null, string out_type = "int32")
            {
                if (Lambda.Takes(input))
                {
                    return Lambda.Call("compat.v1.shape", input, name, out_type);
                }

                var x = input.ToTensor();
                return x.IsSymbolic ? new KerasTensor(new OutputSpec(DTypes.Parse(out_type), [x.ndim])) { Inferred = x.DimsArray }
                    : ops.cast(Tensor.From<int>(x.Dims, x.ndim), out_type);
            }

            [TfFunction("compat.v1.size", WritesAll = true)]
            internal static Tensor size(TensorLike input, string? name = null, string out_type = "int32")
            {
                if (Lambda.Takes(input))
                {
                    return Lambda.Call("compat.v1.size", input, name, out_type);
                }

                var x = input.ToTensor();
                return x.Dims.Contains(-1) ? Lambda.Unknown(DTypes.Parse(out_type)) : Tensor.Scalar(Shapes.Size(x.Dims), DTypes.Parse(out_type));
            }

            [TfFunction("compat.v1.norm", WritesAll = true)]
            internal static Tensor norm(TensorLike tensor, TensorLike ord = default, IntTuple axis = default, bool? keepdims = null, string? name = null)
                => Lambda.Takes(tensor) ? Lambda.Call("compat.v1.norm", tensor, ord.Value ?? "euclidean", axis, keepdims, name)
                    : Norms.Of(tensor.ToTensor(), ord.Value ?? "euclidean", axis, keepdims ?? false);

            [TfFunction("compat.v1.gather", WritesAll = true)]
            internal static Tensor gather(TensorLike @params, TensorLike indices, bool? validate_indices = null, string? name = null, int? axis = null, int batch_dims = 0)
                => Lambda.Takes(@params, indices) ? Lambda.Call("compat.v1.gather", @params, indices, validate_indices, name, axis, batch_dims)
                    : Gathering.Run(@params.ToTensor(), indices.ToTensor(), axis, batch_dims);

            [TfFunction("compat.v1.boolean_mask", WritesAll = true)]
            internal static Tensor boolean_mask(TensorLike tensor, TensorLike mask, string? name = "boolean_mask", int? axis = null)
                => Lambda.Takes(tensor, mask) ? Lambda.Call("compat.v1.boolean_mask", tensor, mask, name, axis)
                    : Masking.Apply(tensor.ToTensor(), mask.ToTensor(), axis ?? 0);

            [TfFunction("compat.v1.pad", WritesAll = true)]
            internal static Tensor pad(TensorLike tensor, TensorLike paddings, string mode = "CONSTANT", string? name = null, double constant_values = 0)
                => Lambda.Takes(tensor, paddings) ? Lambda.Call("compat.v1.pad", tensor, paddings, mode, name, constant_values)
                    : Padding.Run(tensor.ToTensor(), paddings.ToTensor(), mode, constant_values);
        }
    }
}

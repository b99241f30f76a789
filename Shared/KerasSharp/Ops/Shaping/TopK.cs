using KerasSharp.Backends;
using KerasSharp.Engine;
using KerasSharp.Saving;
using static KerasSharp.keras;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class ops
        {
            /// <summary>The k largest elements of the last axis, largest first, and their positions (int32). Of equal ones the first comes first.</summary>
            /// <exception cref="ValueError">There are not k elements.</exception>
            public static (Tensor values, Tensor indices) top_k(Tensor x, int k)
            {
                if (SymbolicFunctions.Take(x))
                {
                    var (largest, places) = SymbolicFunctions.Current.Call("math.top_k", x, k);
                    return (largest, places);
                }

                var indices = new Ops.TopK(k).apply(x);
                if (x.IsSymbolic)
                {
                    return (new Ops.TopK(k, x.dtype).apply(x), indices);
                }

                // Gathered from the flat tensor, so that a gradient reaches what was picked.
                var (length, rows) = (x.dim(-1), x.size / Math.Max(1, x.dim(-1)));
                var offsets = Tensor.FromBeside<int>(x, [.. Enumerable.Range(0, rows).Select(row => row * length)], [.. x.Dims[..^1], 1]);
                return (take(reshape(x, x.size), add(indices, offsets)), indices);
            }
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>The positions of the k largest elements of the last axis.</summary>
    internal sealed class TopK(int k, DType type = DType.Int32) : Operation
    {
        /// <inheritdoc/>
        public override string name => "top_k";

        /// <inheritdoc/>
        public override Config attributes => new() { ["k"] = k };

        /// <inheritdoc/>
        protected internal override bool IsDifferentiable => false;

        /// <inheritdoc/>
        protected internal override OutputSpec infer(Tensor[] inputs)
        {
            var x = inputs[0];
            return x.ndim > 0 && k >= 0 && (x.dim(-1) < 0 || k <= x.dim(-1)) ? new(type, [.. x.Dims[..^1], k])
                : throw new ValueError($"input must have at least k columns. Had {(x.ndim > 0 ? x.dim(-1) : 0)}, needed {k}");
        }

        /// <inheritdoc/>
        protected override void run(IBackend backend, Tensor[] inputs, Tensor output)
            => backend.TopK(inputs[0], Tensor.Empty(backend, inputs[0].dtype, output.DimsArray), output);
    }
}

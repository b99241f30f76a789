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
            /// <summary>x1 where the condition (bool) holds, else x2, broadcasting. The side that is not taken gets the gradient 0.</summary>
            /// <exception cref="ValueError">The shapes do not broadcast.</exception>
            /// <exception cref="TypeError">The condition is not bool, or x1 and x2 have two types.</exception>
            public static Tensor where(Tensor condition, Tensor x1, Tensor x2)
            {
                if (SymbolicFunctions.Take((IEnumerable<Tensor?>)[condition, x1, x2]))
                {
                    return SymbolicFunctions.Current.Call("where", condition, x1, x2);
                }

                if ((Shapes.Same(condition.Dims, x1.Dims) && Shapes.Same(x1.Dims, x2.Dims)) || condition.IsSymbolic || x1.IsSymbolic || x2.IsSymbolic)
                {
                    return Ops.Select.Instance.apply(condition, x1, x2);
                }

                var dims = Shapes.Broadcast(Shapes.Broadcast(condition.DimsArray, x1.DimsArray, "where"), x2.DimsArray, "where");
                return Ops.Select.Instance.apply(broadcast_to(condition, dims), broadcast_to(x1, dims), broadcast_to(x2, dims));
            }
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>One of two tensors, element by element.</summary>
    internal sealed class Select : Operation
    {
        public static readonly Select Instance = new();

        /// <inheritdoc/>
        public override string name => "where";

        /// <inheritdoc/>
        protected internal override OutputSpec infer(Tensor[] inputs)
        {
            if (inputs[0].dtype != DType.Bool)
            {
                throw new TypeError($"Input 'condition' of 'SelectV2' Op has type {inputs[0].dtype.Name()} that does not match expected type of bool.");
            }

            RequireSameDType(inputs[1], inputs[2]);
            return new(inputs[1].dtype, Shapes.Broadcast(Shapes.Broadcast(inputs[0].DimsArray, inputs[1].DimsArray, name), inputs[2].DimsArray, name));
        }

        /// <inheritdoc/>
        protected override void run(IBackend backend, Tensor[] inputs, Tensor output) => backend.Select(inputs[0], inputs[1], inputs[2], output);

        /// <inheritdoc/>
        protected override Tensor?[] gradient(Tensor[] inputs, Tensor output, Tensor dy, ReadOnlySpan<bool> needs)
        {
            var zeros = ops.zeros_like(dy);
            return [null, needs[1] ? ops.where(inputs[0], dy, zeros) : null, needs[2] ? ops.where(inputs[0], zeros, dy) : null];
        }
    }
}

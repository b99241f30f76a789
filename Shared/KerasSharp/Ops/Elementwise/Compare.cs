using KerasSharp.Backends;
using KerasSharp.Engine;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class ops
        {
            /// <summary>x1 == x2 element by element, broadcasting; bool.</summary>
            public static Tensor equal(Tensor x1, Tensor x2) => Ops.Compare.Equal.apply(x1, x2);

            /// <summary>x1 != x2 element by element, broadcasting; bool.</summary>
            public static Tensor not_equal(Tensor x1, Tensor x2) => Ops.Compare.NotEqual.apply(x1, x2);

            /// <summary>x1 &lt; x2 element by element, broadcasting; bool.</summary>
            public static Tensor less(Tensor x1, Tensor x2) => Ops.Compare.Less.apply(x1, x2);

            /// <summary>x1 &lt;= x2 element by element, broadcasting; bool.</summary>
            public static Tensor less_equal(Tensor x1, Tensor x2) => Ops.Compare.LessEqual.apply(x1, x2);

            /// <summary>x1 &gt; x2 element by element, broadcasting; bool.</summary>
            public static Tensor greater(Tensor x1, Tensor x2) => Ops.Compare.Greater.apply(x1, x2);

            /// <summary>x1 &gt;= x2 element by element, broadcasting; bool.</summary>
            public static Tensor greater_equal(Tensor x1, Tensor x2) => Ops.Compare.GreaterEqual.apply(x1, x2);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>A comparison element by element, broadcasting: two tensors of one type give bool.</summary>
    internal sealed class Compare(CompareOp comparison) : Operation
    {
        public static readonly Compare Equal = new(CompareOp.Equal);

        public static readonly Compare NotEqual = new(CompareOp.NotEqual);

        public static readonly Compare Less = new(CompareOp.Less);

        public static readonly Compare LessEqual = new(CompareOp.LessEqual);

        public static readonly Compare Greater = new(CompareOp.Greater);

        public static readonly Compare GreaterEqual = new(CompareOp.GreaterEqual);

        /// <inheritdoc/>
        public override string name => comparison.ToString();

        /// <inheritdoc/>
        protected internal override bool IsDifferentiable => false;

        /// <inheritdoc/>
        protected internal override OutputSpec infer(Tensor[] inputs)
        {
            RequireSameDType(inputs[0], inputs[1]);
            if (inputs[0].dtype == DType.Bool && comparison is not (CompareOp.Equal or CompareOp.NotEqual))
            {
                throw new InvalidArgumentError("Value for attr 'T' of bool is not in the list of allowed values: float, double, int32, uint8, int16, int8, int64, bfloat16, uint16, half, uint32, uint64");
            }

            return new(DType.Bool, Shapes.Broadcast(inputs[0].DimsArray, inputs[1].DimsArray, name));
        }

        /// <inheritdoc/>
        protected override void run(IBackend backend, Tensor[] inputs, Tensor output) => backend.Compare(comparison, inputs[0], inputs[1], output);
    }
}

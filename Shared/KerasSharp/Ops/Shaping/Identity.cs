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
            /// <summary>The same value as a tensor of its own.</summary>
            public static Tensor copy(Tensor x) => SymbolicFunctions.Take(x) ? SymbolicFunctions.Current.Call("identity", x) : Ops.Identity.Copy.apply(x);

            /// <summary>The same value, through which no gradient flows.</summary>
            public static Tensor stop_gradient(Tensor x) => SymbolicFunctions.Take(x) ? SymbolicFunctions.Current.Call("stop_gradient", x) : Ops.Identity.StopGradient.apply(x);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>The same value.</summary>
    internal sealed class Identity(bool isStop) : Operation
    {
        public static readonly Identity Copy = new(false);

        public static readonly Identity StopGradient = new(true);

        /// <inheritdoc/>
        public override string name => isStop ? "stop_gradient" : "identity";

        /// <inheritdoc/>
        protected internal override bool IsDifferentiable => !isStop;

        /// <inheritdoc/>
        protected internal override OutputSpec infer(Tensor[] inputs) => new(inputs[0].dtype, inputs[0].DimsArray);

        /// <inheritdoc/>
        protected override Tensor compute(IBackend backend, Tensor[] inputs, OutputSpec spec)
            => isStop ? inputs[0].View(spec.Dims) : base.compute(backend, inputs, spec);

        /// <inheritdoc/>
        protected override void run(IBackend backend, Tensor[] inputs, Tensor output) => backend.Copy(inputs[0], output);

        /// <inheritdoc/>
        protected override Tensor?[] gradient(Tensor[] inputs, Tensor output, Tensor dy, ReadOnlySpan<bool> needs) => [dy];
    }
}

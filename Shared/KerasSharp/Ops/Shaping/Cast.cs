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
            /// <summary>Converts the elements: floats to integers are cut towards zero; to <c>bool</c> is "not zero". Between floats the gradient flows.</summary>
            /// <exception cref="TypeError">The dtype is unknown.</exception>
            public static Tensor cast(Tensor x, string dtype) => cast(x, DTypes.Parse(dtype));

            /// <inheritdoc cref="cast(Tensor, string)"/>
            public static Tensor cast(Tensor x, DType dtype) => dtype == x.dtype ? x
                : SymbolicFunctions.Take(x) ? SymbolicFunctions.Current.Call("cast", x, dtype.Name()) : new Ops.Cast(dtype).apply(x);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>The same values in another type.</summary>
    internal sealed class Cast(DType target) : Operation
    {
        /// <inheritdoc/>
        public override string name => "cast";

        /// <inheritdoc/>
        public override Config attributes => new() { ["dtype"] = target.Name() };

        /// <inheritdoc/>
        protected internal override OutputSpec infer(Tensor[] inputs) => new(target, inputs[0].DimsArray);

        /// <inheritdoc/>
        protected override void run(IBackend backend, Tensor[] inputs, Tensor output) => backend.Cast(inputs[0], output);

        /// <inheritdoc/>
        protected override Tensor?[] gradient(Tensor[] inputs, Tensor output, Tensor dy, ReadOnlySpan<bool> needs)
            => [inputs[0].dtype.IsFloating() ? ops.cast(dy, inputs[0].dtype) : null];
    }
}

using KerasSharp.Backends;
using KerasSharp.Engine;
using KerasSharp.Saving;
using static KerasSharp.keras;

namespace KerasSharp.Ops;

/// <summary>A reduction over some axes. A derived class gives the reduction and its gradient.</summary>
internal abstract class Reduction(ReduceOp function, int[] axes, bool keepdims) : Operation
{
    /// <inheritdoc/>
    public override string name => function.ToString();

    /// <inheritdoc/>
    public override Config attributes => new() { ["axis"] = axes, ["keepdims"] = keepdims };

    /// <summary>The axes, sorted and not negative.</summary>
    protected int[] Axes => axes;

    /// <inheritdoc/>
    protected internal override OutputSpec infer(Tensor[] inputs)
    {
        RequireNumber(inputs[0]);
        return inputs[0].dtype != DType.Bool ? new(inputs[0].dtype, Shapes.Reduced(inputs[0].DimsArray, axes, keepdims))
            : throw new TypeError($"{name} does not compute with bool. Use ops.cast first.");
    }

    /// <inheritdoc/>
    protected override void run(IBackend backend, Tensor[] inputs, Tensor output) => backend.Reduce(function, inputs[0], axes, output);

    /// <inheritdoc/>
    protected override Tensor?[] gradient(Tensor[] inputs, Tensor output, Tensor dy, ReadOnlySpan<bool> needs)
        => [Backward(inputs[0], Stretch(output, inputs[0]), Stretch(dy, inputs[0]))];

    /// <summary>The gradient by x; <paramref name="y"/> and <paramref name="dy"/> are stretched back to shapes that broadcast with x.</summary>
    protected abstract Tensor Backward(Tensor x, Tensor y, Tensor dy);

    /// <summary>The reduced axes as axes of length 1 again.</summary>
    protected Tensor Stretch(Tensor reduced, Tensor x) => ops.reshape(reduced, Shapes.Reduced(x.DimsArray, axes, keepdims: true));
}

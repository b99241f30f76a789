using KerasSharp.Backends;
using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp.Ops;

/// <summary>A function of each element. A derived class gives the function and its derivative.</summary>
internal abstract class UnaryOperation(UnaryOp function, float alpha = 0) : Operation
{
    /// <inheritdoc/>
    public override string name => GetType().Name.ToLowerInvariant();

    /// <summary>The function's parameter.</summary>
    protected float Alpha => alpha;

    /// <summary>Whether integers may be taken too.</summary>
    protected virtual bool TakesIntegers => false;

    /// <summary>Whether backends may have a fused kernel for the first derivative.</summary>
    protected virtual bool HasFusedGradient => true;

    /// <inheritdoc/>
    protected internal override OutputSpec infer(Tensor[] inputs)
    {
        RequireNumber(inputs[0]);
        return inputs[0].dtype.IsFloating() || (TakesIntegers && inputs[0].dtype != DType.Bool) ? new(inputs[0].dtype, inputs[0].DimsArray)
            : throw new TypeError($"Value passed to parameter 'x' has DataType {inputs[0].dtype.Name()} not in list of allowed values: "
                + $"float32, float64{(TakesIntegers ? ", int32, int64, uint8" : "")}. The operation is {name}.");
    }

    /// <inheritdoc/>
    protected override void run(IBackend backend, Tensor[] inputs, Tensor output) => backend.Unary(function, inputs[0], output, alpha);

    /// <inheritdoc/>
    protected override Tensor?[] gradient(Tensor[] inputs, Tensor output, Tensor dy, ReadOnlySpan<bool> needs)
    {
        var x = inputs[0];
        if (HasFusedGradient && x.dtype == DType.Float32 && !GradientTape.IsRecording && x.Storage.Backend is IActivationGradients fused)
        {
            var dx = Tensor.EmptyLike(x);
            fused.UnaryGradient(function, x, output, dy, dx, alpha);
            return [dx];
        }

        return [ops.multiply(dy, Derivative(x, output))];
    }

    /// <summary>f'(x); <c>y = f(x)</c> is known.</summary>
    protected abstract Tensor Derivative(Tensor x, Tensor y);
}

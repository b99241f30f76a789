using KerasSharp.Backends;
using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp.Ops;

/// <summary>A function of two tensors of one type, element by element, broadcasting as NumPy does. A derived class gives the function and its derivatives.</summary>
internal abstract class BinaryOperation(BinaryOp function) : Operation
{
    /// <inheritdoc/>
    public override string name => function switch
    {
        BinaryOp.Add => "AddV2",
        BinaryOp.Subtract => "Sub",
        BinaryOp.Multiply => "Mul",
        BinaryOp.Divide => "RealDiv",
        BinaryOp.Power => "Pow",
        BinaryOp.DivideNoNan => "DivNoNan",
        _ => GetType().Name.Replace("FloorDivide", "FloorDiv", StringComparison.Ordinal).Replace("FloorModulo", "FloorMod", StringComparison.Ordinal),
    };

    /// <inheritdoc/>
    protected internal override OutputSpec infer(Tensor[] inputs)
    {
        RequireNumber(inputs[0]);
        RequireSameDType(inputs[0], inputs[1]);
        var dtype = inputs[0].dtype;
        if ((dtype == DType.Bool && function is not (BinaryOp.Multiply or BinaryOp.Maximum or BinaryOp.Minimum))
            || (!dtype.IsFloating() && function is BinaryOp.Divide or BinaryOp.DivideNoNan or BinaryOp.Atan2 && !dtype.IsFloating()))
        {
            throw new TypeError($"{name} does not compute with {dtype.Name()}. Use ops.cast first.");
        }

        return new(dtype, Shapes.Broadcast(inputs[0].DimsArray, inputs[1].DimsArray, name));
    }

    /// <inheritdoc/>
    protected override void run(IBackend backend, Tensor[] inputs, Tensor output) => backend.Binary(function, inputs[0], inputs[1], output);

    /// <inheritdoc/>
    protected override Tensor?[] gradient(Tensor[] inputs, Tensor output, Tensor dy, ReadOnlySpan<bool> needs) =>
    [
        needs[0] ? ops.sum_to(ByFirst(inputs[0], inputs[1], output, dy), inputs[0].DimsArray) : null,
        needs[1] ? ops.sum_to(BySecond(inputs[0], inputs[1], output, dy), inputs[1].DimsArray) : null,
    ];

    /// <summary>The gradient by the first input, of the output's shape.</summary>
    protected abstract Tensor ByFirst(Tensor a, Tensor b, Tensor y, Tensor dy);

    /// <summary>The gradient by the second input, of the output's shape.</summary>
    protected abstract Tensor BySecond(Tensor a, Tensor b, Tensor y, Tensor dy);

    /// <summary><paramref name="dy"/> where the condition holds, else 0.</summary>
    protected static Tensor Where(Tensor condition, Tensor dy) => ops.where(condition, dy, ops.zeros_like(dy));
}

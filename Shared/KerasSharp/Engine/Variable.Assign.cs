using static KerasSharp.keras;

namespace KerasSharp.Engine;

// Changes in place beyond a whole new value.
public sealed partial class Variable
{
    /// <summary>A part of the value, by Python's rules; <c>variable[0].assign(…)</c> writes there.</summary>
    /// <exception cref="InvalidArgumentError">An index is outside, or there are more than axes.</exception>
    public Tensor this[params ReadOnlySpan<TensorIndex> index]
    {
        get
        {
            var items = index.ToArray();
            var part = Indexing.Get(value, items);
            part = ReferenceEquals(part, value) ? ops.copy(value) : part;
            part.SliceOf = (this, items);
            return part;
        }
    }

    /// <summary>The part that Python's text between brackets means: <c>variable["::2"]</c>.</summary>
    /// <exception cref="TypeError">The text is no index.</exception>
    public Tensor this[string index] => this[TensorIndex.Parse(index)];

    /// <summary>Replaces the value by a number; the variable is a scalar.</summary>
    /// <exception cref="ValueError">The variable has axes.</exception>
    public Variable assign(double new_value)
    {
        if (value.ndim != 0 || (!double.IsInteger(new_value) && !dtype.IsFloating()))
        {
            return assign(Like(new_value));
        }

        // In place, without a tensor of the number: metrics do so in every epoch.
        var target = Writable(keep: false);
        target.Storage.Backend.Fill(target, new_value);
        return this;
    }

    /// <summary>Adds a tensor of the same shape.</summary>
    /// <exception cref="ValueError">Shapes or dtypes differ.</exception>
    public Variable assign_add(Tensor delta) => Change(delta, ops.add, "AssignAddVariableOp");

    /// <summary>Adds a number; the variable is a scalar.</summary>
    /// <exception cref="ValueError">The variable has axes.</exception>
    public Variable assign_add(double delta) => Change(Like(delta), ops.add, "AssignAddVariableOp");

    /// <summary>Subtracts a tensor of the same shape.</summary>
    /// <exception cref="ValueError">Shapes or dtypes differ.</exception>
    public Variable assign_sub(Tensor delta) => Change(delta, ops.subtract, "AssignSubVariableOp");

    /// <summary>Subtracts a number; the variable is a scalar.</summary>
    /// <exception cref="ValueError">The variable has axes.</exception>
    public Variable assign_sub(double delta) => Change(Like(delta), ops.subtract, "AssignSubVariableOp");

    /// <summary>The value as a tensor of its own, which later changes leave alone.</summary>
    public Tensor read_value() => ops.copy(value);

    /// <summary>A copy of the value as a NumPy array.</summary>
    public NumSharp.NDArray numpy() => value.numpy();

    /// <summary>Writes to the part that an index means.</summary>
    internal void AssignSlice(TensorIndex[] index, TensorLike val)
    {
        using var quiet = new Ops.NoTape();
        var (plan, tensor) = (new IndexPlan(value, index), val.ToTensor(dtype));
        if (tensor.dtype != dtype)
        {
            throw new InvalidArgumentError($"cannot compute ResourceStridedSliceAssign as input #4(zero-based) was expected to be a {Ops.Operation.PlainName(dtype)} tensor but is a {Ops.Operation.PlainName(tensor.dtype)} tensor");
        }

        if (tensor.ndim > plan.Result.Length || !Enumerable.Range(1, tensor.ndim).All(i => tensor.dim(-i) == 1 || tensor.dim(-i) == plan.Result[^i]))
        {
            throw new InvalidArgumentError($"Cannot broadcast input shape {Ops.Operation.PlainShape(tensor.Dims)} into final shape {Ops.Operation.PlainShape(plan.Result)}");
        }

        var filled = ops.reshape(ops.broadcast_to(tensor, plan.Result), plan.Size);
        var target = Writable(keep: true);
        target.Storage.Backend.SetSlice(filled, plan.Start, plan.Step, target);
    }

    private Tensor Like(double number) => double.IsInteger(number) ? Tensor.Scalar(number, dtype) : TensorLike.Of(number, dtype);

    private Variable Change(Tensor delta, Func<Tensor, Tensor, Tensor> operation, string name)
    {
        if (dtype == DType.Bool)
        {
            throw new InvalidArgumentError($"No OpKernel was registered to support Op '{name}' used by {{{{node {name}}}}} with these attrs: [dtype=DT_BOOL]");
        }

        if (!Shapes.Same(delta.Dims, value.Dims))
        {
            throw new InvalidArgumentError($"Cannot update variable with shape {Ops.Operation.PlainShape(value.Dims)} using a Tensor with shape {Ops.Operation.PlainShape(delta.Dims)}, shapes must be equal.");
        }

        using var quiet = new Ops.NoTape();
        return assign(operation(value, delta));
    }
}

using KerasSharp.Backends;
using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp.Ops;

/// <summary>
/// One operation on tensors as an object: its name and attributes, its shape rule, its run on a backend, its gradient made of operations.
/// Tapes, symbolic models, configurations and messages all read the same object. <see cref="apply"/> is the one place that applies it.
/// </summary>
public abstract class Operation
{
    /// <summary>The name in messages: <c>matmul</c>.</summary>
    public abstract string name { get; }

    /// <summary>The settings beside the inputs, under TensorFlow's names: <c>{"axis": [1], "keepdims": false}</c>.</summary>
    public virtual Config attributes => [];

    /// <summary>Whether a gradient can flow to its inputs: false for comparisons, indices and their like.</summary>
    protected internal virtual bool IsDifferentiable => true;

    /// <summary>Applies the operation: checks types and shapes, allocates, runs on the backend that holds the inputs, records.</summary>
    /// <param name="inputs">The inputs. If one of them is symbolic, so is the result, and nothing runs.</param>
    /// <exception cref="ValueError">Shapes do not fit.</exception>
    /// <exception cref="TypeError">Types do not fit.</exception>
    public Tensor apply(params Tensor[] inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        EngineState.Current.Watch?.NoteRead(inputs);
        var spec = infer(inputs);
        foreach (var input in inputs)
        {
            if (input.IsSymbolic)
            {
                return SymbolicCall.Of(this, inputs, spec);
            }
        }

        var output = compute(CommonBackend(inputs), inputs, spec);
        if (IsDifferentiable && GradientTape.IsRecording && output.dtype.IsFloating())
        {
            GradientTape.Record(this, inputs, output);
        }

        return output;
    }

    /// <summary>The gradients by the inputs that <paramref name="needs"/> asks for; null for the others.</summary>
    internal Tensor?[] Differentiate(Tensor[] inputs, Tensor output, Tensor dy, ReadOnlySpan<bool> needs) => gradient(inputs, output, dy, needs);

    /// <summary>The type and shape of the output. Unknown dimensions are -1.</summary>
    /// <exception cref="ValueError">Shapes do not fit.</exception>
    /// <exception cref="TypeError">Types do not fit.</exception>
    protected internal abstract OutputSpec infer(Tensor[] inputs);

    /// <summary>Fills the output; all checks are done.</summary>
    protected abstract void run(IBackend backend, Tensor[] inputs, Tensor output);

    /// <summary>Makes the output. A view (a reshape) returns one on its input's memory instead.</summary>
    protected virtual Tensor compute(IBackend backend, Tensor[] inputs, OutputSpec spec)
    {
        var output = Tensor.Empty(backend, spec.DType, spec.Dims);
        run(backend, inputs, output);
        return output;
    }

    /// <summary>
    /// The gradient by each input, from the gradient <paramref name="dy"/> by the output. It is made of operations, so that a tape can
    /// differentiate it again; where no tape records, a fused kernel may serve.
    /// </summary>
    /// <param name="inputs">The inputs.</param>
    /// <param name="output">What came out.</param>
    /// <param name="dy">The gradient by the output.</param>
    /// <param name="needs">Which inputs anybody asks for; null may be returned for the others.</param>
    /// <exception cref="NotImplementedError">The operation has no gradient; the message names it.</exception>
    protected virtual Tensor?[] gradient(Tensor[] inputs, Tensor output, Tensor dy, ReadOnlySpan<bool> needs)
        => throw new NotImplementedError($"The operation '{name}' has no gradient: it cannot be differentiated{(IsDifferentiable ? " once more" : "")}.");

    /// <summary>Refuses a tensor that is not float32.</summary>
    /// <exception cref="TypeError">It is of another type.</exception>
    protected void RequireFloat32(Tensor x)
    {
        if (x.dtype != DType.Float32)
        {
            throw new TypeError($"{name} computes with float32. Received: a tensor of dtype {x.dtype.Name()}. Use ops.cast first.");
        }
    }

    /// <summary>Refuses tensors of two types.</summary>
    /// <exception cref="InvalidArgumentError">They differ.</exception>
    /// <exception cref="TypeError">They differ, and one is symbolic.</exception>
    protected void RequireSameDType(Tensor a, Tensor b)
    {
        if (a.dtype != b.dtype)
        {
            if (a.IsSymbolic || b.IsSymbolic)
            {
                throw new TypeError($"Input 'y' of '{name}' Op has type {b.dtype.Name()} that does not match type {a.dtype.Name()} of argument 'x'.");
            }

            throw new InvalidArgumentError($"cannot compute {name} as input #1(zero-based) was expected to be a {PlainName(a.dtype)} tensor but is a {PlainName(b.dtype)} tensor");
        }
    }

    /// <summary>Refuses what is stored only, or not a number.</summary>
    /// <exception cref="TypeError">The type does not compute.</exception>
    protected void RequireNumber(Tensor x)
    {
        if (x.dtype is DType.Float16 or DType.BFloat16)
        {
            throw new TypeError($"{name} does not compute with {x.dtype.Name()}, which is stored only. Use ops.cast first.");
        }
    }

    // TensorFlow's own names of types in messages: float, int32, double, half.
    internal static string PlainName(DType dtype) => dtype switch
    {
        DType.Float32 => "float",
        DType.Float64 => "double",
        DType.Float16 => "half",
        _ => dtype.Name(),
    };

    // TensorFlow's own text of shapes in messages: [2,3].
    internal static string PlainShape(ReadOnlySpan<int> dims) => $"[{string.Join(",", dims.ToArray().Select(d => d < 0 ? "?" : $"{d}"))}]";

    private IBackend CommonBackend(Tensor[] inputs)
    {
        if (inputs.Length == 0)
        {
            return Backend.Current;
        }

        var backend = inputs[0].Storage.Backend;
        for (var i = 1; i < inputs.Length; i++)
        {
            if (inputs[i].Storage.Backend != backend)
            {
                throw new ValueError($"{name} computes with tensors of one backend. Received: tensors of '{backend.Name}' and '{inputs[i].Storage.Backend.Name}'.");
            }
        }

        return backend;
    }
}

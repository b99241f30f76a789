using KerasSharp.Backends;
using KerasSharp.Python;

namespace KerasSharp.Engine;

/// <summary>
/// A tensor that changes: a layer's weight, an optimizer's state. Its memory is its own for its whole life.
/// Source: <see href="https://www.tensorflow.org/api_docs/python/tf/Variable"/>.
/// </summary>
public sealed partial class Variable
{
    private static long count;
    private readonly List<WeakReference<GradientTape>> holders = [];
    private readonly TensorShape declared;

    /// <summary>A variable that starts as a copy of <paramref name="initial_value"/>.</summary>
    /// <param name="initial_value">The first value; its shape and dtype stay.</param>
    /// <param name="name">The name as Keras shows it, such as <c>C1/kernel:0</c>.</param>
    /// <param name="trainable">Whether the tape watches it and an optimizer changes it.</param>
    /// <param name="shape">What <see cref="shape"/> says: dimensions may be free (null), so that values of several shapes can be assigned. The first value's if not given.</param>
    /// <exception cref="ValueError">The value does not have the shape.</exception>
    public Variable(Tensor initial_value, string name = "Variable:0", bool trainable = true, TensorShape shape = default)
    {
        declared = !shape.is_given || Shapes.Fit(initial_value.Dims, shape.ToDims()) ? shape : throw new ValueError(
            $"In this `tf.Variable` creation, the initial value's shape ({initial_value.shape}) is not compatible with the explicitly supplied `shape` argument ({PythonFormat.Repr(shape.as_list())}).");
        this.name = name;
        this.trainable = trainable;
        Number = Interlocked.Increment(ref count);
        Identity = value = Allocate(initial_value.Storage.Backend, initial_value);
        value.Storage.Backend.Copy(initial_value, value);
        EngineState.Current.Watch?.NoteMade(this);
    }

    /// <summary>The name, such as <c>C1/kernel:0</c>.</summary>
    public string name { get; }

    /// <summary>Whether the tape watches it by itself.</summary>
    public bool trainable { get; set; }

    /// <summary>Applied by the optimizer after each update; null if anything is allowed.</summary>
    public Constraints.Constraint? constraint { get; init; }

    /// <summary>The current value. It changes with <see cref="assign(Tensor)"/>: copy what must stay.</summary>
    public Tensor value { get; private set; }

    /// <summary>Counts the variables of the process in the order in which they were made.</summary>
    internal long Number { get; }

    /// <summary>The first value: what stands for the variable where its values, earlier ones too, must be known as its own.</summary>
    internal Tensor Identity { get; }

    /// <summary>The shape; a dimension is null where values of several lengths may be assigned.</summary>
    public TensorShape shape => declared.is_given ? declared : value.shape;

    /// <summary>The element type.</summary>
    public DType dtype => value.dtype;

    /// <summary>The number of elements.</summary>
    public int size => value.size;

    /// <summary>The value of a variable of rank 0.</summary>
    public float item() => value.item();

    /// <summary>Replaces the value by a copy of another tensor of the same shape and dtype.</summary>
    /// <exception cref="ValueError">Shapes or dtypes differ.</exception>
    public Variable assign(Tensor new_value)
    {
        if (!Shapes.Same(new_value.Dims, value.Dims) && !(declared.is_given && Shapes.Fit(new_value.Dims, declared.ToDims())))
        {
            throw new ValueError($"Cannot assign value to variable ' {name}': Shape mismatch.The variable shape {shape}, and the assigned value shape {new_value.shape} are incompatible.");
        }

        if (new_value.dtype != dtype)
        {
            throw new ValueError($"Cannot assign a value of dtype {new_value.dtype.Name()} to variable '{name}' of dtype {dtype.Name()}.");
        }

        var target = Writable(keep: false);
        if (!Shapes.Same(target.Dims, new_value.Dims))
        {
            target = value = Allocate(target.Storage.Backend, new_value);
        }

        target.Storage.Backend.Copy(new_value, target);
        return this;
    }

    /// <summary>Replaces the value by host data, row-major.</summary>
    /// <exception cref="ValueError">The number of elements differs.</exception>
    public void assign(ReadOnlySpan<float> new_value)
    {
        if (new_value.Length != size)
        {
            throw new ValueError($"Cannot assign {new_value.Length} elements to variable '{name}' of shape {shape}.");
        }

        var target = Writable(keep: false);
        target.Storage.Backend.Upload(new_value, target.Storage);
    }

    /// <summary>Replaces the value of an int32 variable by host data, row-major.</summary>
    /// <exception cref="ValueError">The number of elements differs.</exception>
    public void assign(ReadOnlySpan<int> new_value)
    {
        if (new_value.Length != size || dtype != DType.Int32)
        {
            throw new ValueError($"Cannot assign {new_value.Length} int32 elements to variable '{name}' of shape {shape} and dtype {dtype.Name()}.");
        }

        var target = Writable(keep: false);
        target.Storage.Backend.Upload(new_value, target.Storage);
    }

    /// <summary>Notes that a tape recorded the value.</summary>
    internal void HoldFor(WeakReference<GradientTape> tape)
    {
        if (!holders.Contains(tape))
        {
            holders.RemoveAll(holder => !NeedsValues(holder));
            holders.Add(tape);
        }
    }

    /// <summary>
    /// The value, to be changed in place. Where a tape may still ask for what it recorded, the variable moves to new memory first, and the tape
    /// keeps the old value.
    /// </summary>
    /// <param name="keep">Whether the elements are needed; else all of them will be replaced.</param>
    internal Tensor Writable(bool keep)
    {
        if (holders.Count > 0 && holders.Exists(NeedsValues))
        {
            var before = value;
            value = Allocate(before.Storage.Backend, before);
            if (keep)
            {
                value.Storage.Backend.Copy(before, value);
            }
        }

        return value;
    }

    /// <summary>TensorFlow's text: <c>&lt;tf.Variable 'C1/kernel:0' shape=(2,) dtype=float32, numpy=array([1., 2.], dtype=float32)&gt;</c>.</summary>
    public override string ToString() => $"{Describe()[..^1]}, numpy={value.ReprOfValue()}>";

    /// <summary>TensorFlow's text where there are no values, in a symbolic call: <c>&lt;tf.Variable 'C1/kernel:0' shape=(2,) dtype=float32&gt;</c>.</summary>
    internal string Describe() => $"<tf.Variable '{name}' shape={shape} dtype={dtype.Name()}>";

    /// <summary>A variable serves wherever a tensor does.</summary>
    public static implicit operator Tensor(Variable variable) => variable.value;

    private static bool NeedsValues(WeakReference<GradientTape> holder) => holder.TryGetTarget(out var tape) && tape.NeedsValues;

    private Tensor Allocate(IBackend backend, Tensor like)
    {
        using var outside = TensorScope.BeginOutside();
        return new Tensor(backend.Allocate(like.dtype, like.size), like.DimsArray) { Variable = this };
    }
}

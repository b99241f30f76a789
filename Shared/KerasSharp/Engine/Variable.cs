namespace KerasSharp.Engine;

/// <summary>
/// A tensor that changes: a layer's weight, an optimizer's state. Its memory is its own for its whole life.
/// Source: <see href="https://www.tensorflow.org/api_docs/python/tf/Variable"/>.
/// </summary>
public sealed class Variable
{
    /// <summary>A variable that starts as a copy of <paramref name="initial_value"/>.</summary>
    /// <param name="initial_value">The first value; its shape and dtype stay.</param>
    /// <param name="name">The name as Keras shows it, such as <c>C1/kernel:0</c>.</param>
    /// <param name="trainable">Whether the tape watches it and an optimizer changes it.</param>
    public Variable(Tensor initial_value, string name = "Variable:0", bool trainable = true)
    {
        this.name = name;
        this.trainable = trainable;
        using var outside = TensorScope.BeginOutside();
        var storage = initial_value.Storage.Backend.Allocate(initial_value.dtype, initial_value.size);
        value = new Tensor(storage, initial_value.DimsArray) { Variable = this };
        storage.Backend.Copy(initial_value, value);
    }

    /// <summary>The name, such as <c>C1/kernel:0</c>.</summary>
    public string name { get; }

    /// <summary>Whether the tape watches it by itself.</summary>
    public bool trainable { get; set; }

    /// <summary>Applied by the optimizer after each update; null if anything is allowed.</summary>
    public Constraints.Constraint? constraint { get; init; }

    /// <summary>The current value. It changes with <see cref="assign(Tensor)"/>: copy what must stay.</summary>
    public Tensor value { get; }

    /// <summary>The shape.</summary>
    public TensorShape shape => value.shape;

    /// <summary>The element type.</summary>
    public DType dtype => value.dtype;

    /// <summary>The number of elements.</summary>
    public int size => value.size;

    /// <summary>The value of a variable of rank 0.</summary>
    public float item() => value.item();

    /// <summary>Replaces the value by a copy of another tensor of the same shape and dtype.</summary>
    /// <exception cref="ValueError">Shapes or dtypes differ.</exception>
    public void assign(Tensor new_value)
    {
        if (!Shapes.Same(new_value.Dims, value.Dims))
        {
            throw new ValueError($"Cannot assign value to variable ' {name}': Shape mismatch.The variable shape {shape}, and the assigned value shape {new_value.shape} are incompatible.");
        }

        if (new_value.dtype != dtype)
        {
            throw new ValueError($"Cannot assign a value of dtype {new_value.dtype.Name()} to variable '{name}' of dtype {dtype.Name()}.");
        }

        value.Storage.Backend.Copy(new_value, value);
    }

    /// <summary>Replaces all elements by one value.</summary>
    public void assign(float new_value) => value.Storage.Backend.Fill(value, new_value);

    /// <summary>Replaces the value by host data, row-major.</summary>
    /// <exception cref="ValueError">The number of elements differs.</exception>
    public void assign(ReadOnlySpan<float> new_value)
    {
        if (new_value.Length != size)
        {
            throw new ValueError($"Cannot assign {new_value.Length} elements to variable '{name}' of shape {shape}.");
        }

        value.Storage.Backend.Upload(new_value, value.Storage);
    }

    /// <summary>Replaces the value of an int32 variable by host data, row-major.</summary>
    /// <exception cref="ValueError">The number of elements differs.</exception>
    public void assign(ReadOnlySpan<int> new_value)
    {
        if (new_value.Length != size || dtype != DType.Int32)
        {
            throw new ValueError($"Cannot assign {new_value.Length} int32 elements to variable '{name}' of shape {shape} and dtype {dtype.Name()}.");
        }

        value.Storage.Backend.Upload(new_value, value.Storage);
    }

    /// <summary>The name and shape.</summary>
    public override string ToString() => $"<tf.Variable '{name}' shape={shape} dtype={dtype.Name()}>";

    /// <summary>A variable serves wherever a tensor does.</summary>
    public static implicit operator Tensor(Variable variable) => variable.value;
}

namespace KerasSharp.Engine;

// What Python's programs ask a tensor for beside its shape and type.
public partial class Tensor
{
    /// <summary>The name of a symbolic tensor; null if it has none.</summary>
    /// <exception cref="AttributeError">The tensor has a value, and so no name.</exception>
    public virtual string? name => throw new AttributeError("Tensor.name is undefined when eager execution is enabled.");

    /// <summary>Where the tensor lies, as TensorFlow names devices: <c>/job:localhost/replica:0/task:0/device:CPU:0</c>.</summary>
    public string device => $"/job:localhost/replica:0/task:0/device:{(Storage.Backend.GpuCount > 0 ? "GPU" : "CPU")}:0";

    /// <summary>What serves as a key for the tensor. In C# the tensor is its own: tensors are compared and hashed by reference.</summary>
    public Tensor @ref() => this;
}

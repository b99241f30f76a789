using KerasSharp.Layers;
using KerasSharp.Optimizers;

namespace KerasSharp.Models;

/// <summary>Layers that are trained together. Source: <see href="https://keras.io/api/models/model/"/>.</summary>
public abstract partial class Model : Layer
{
    /// <summary>A model of this name.</summary>
    protected Model(string? name)
        : base(new LayerArguments(name))
    {
    }

    /// <summary>What <c>compile</c> was given, or made of a string.</summary>
    /// <exception cref="RuntimeError">The model is not compiled.</exception>
    public Optimizer optimizer { get; protected set; } = null!;

    /// <summary>A callback sets it to end <c>fit</c> after the current batch or epoch.</summary>
    public bool stop_training { get; set; }

    /// <summary>The layers, in the order of their adding; without an InputLayer in a Sequential model.</summary>
    public abstract IReadOnlyList<Layer> layers { get; }
}

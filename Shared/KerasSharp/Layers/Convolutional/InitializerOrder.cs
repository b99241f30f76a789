using KerasSharp.Initializers;

namespace KerasSharp.Layers;

/// <summary>
/// Which of a layer's initializers takes which of the seeds that follow from the global one. Keras's depthwise and separable layers inherit an
/// initializer of a kernel that they do not have, and it takes a seed too: the first of a depthwise layer, the last of a separable one. In C# the
/// arguments are made before the constructor runs, and the defaults by the base class: so the seeds are dealt anew.
/// </summary>
internal static class InitializerOrder
{
    /// <summary>Gives the seeds that these initializers took to them in this order, where they were made of names.</summary>
    public static void Deal(params Initializer[] initializers)
        => RandomInitializer.InOrder([.. initializers.OfType<RandomInitializer>().Where(i => i.IsByName && i.seed is null)]);
}

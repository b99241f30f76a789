using KerasSharp.Initializers;

namespace KerasSharp.Layers;

/// <summary>
/// Which of a layer's initializers takes which of the seeds that follow from the global one. Keras's depthwise and separable layers inherit an
/// initializer of a kernel that they do not have, and it takes a seed before their own do. In C# the arguments are made before the constructor
/// runs: so initializers that were given by name have taken theirs already, and change places with the unused one.
/// </summary>
internal static class InitializerOrder
{
    /// <summary>Gives the first seed to the unused initializer, the next ones to the layer's own, where they were given by name.</summary>
    public static void UnusedFirst(Initializer unused, params Initializer[] own)
        => RandomInitializer.InOrder([.. own.Prepend(unused).OfType<RandomInitializer>().Where(i => i.IsByName && i.seed is null)]);
}

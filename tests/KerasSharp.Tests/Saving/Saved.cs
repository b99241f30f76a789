using KerasSharp.Layers;
using KerasSharp.Saving;

namespace KerasSharp.Tests;

/// <summary>Through a configuration and back.</summary>
internal static class Saved
{
    /// <summary>A new layer of the configuration of another.</summary>
    public static Layer Copy(Layer layer) => (Layer)ObjectRegistry.Deserialize(ObjectRegistry.Serialize(layer)!, "layers");
}

using KerasSharp.Layers;
using KerasSharp.Saving;
using KerasSharp.Saving.Json;

namespace KerasSharp.Tests;

/// <summary>Through a configuration, as JSON text, and back.</summary>
internal static class Saved
{
    /// <summary>A new layer of the configuration of another.</summary>
    public static Layer Copy(Layer layer) => (Layer)ObjectRegistry.Deserialize((Config)PythonJson.loads(PythonJson.dumps(ObjectRegistry.Serialize(layer)))!, "layers");
}

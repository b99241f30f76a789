using KerasSharp.Layers;

namespace KerasSharp.Models.Training;

/// <summary>
/// Which layers were frozen when <c>compile</c> was called. Training keeps to that, as in Keras: <c>trainable</c> that is set later counts
/// from the next <c>compile</c> on.
/// </summary>
internal sealed class CompiledTrainable
{
    private readonly Dictionary<Layer, bool> compiled = new(ReferenceEqualityComparer.Instance);

    /// <summary>Notes the state of now.</summary>
    public CompiledTrainable(Model model) => Add(model);

    /// <summary>Sets the layers to the noted state, until the result is disposed; layers that came later stay as they are.</summary>
    public IDisposable Restore()
    {
        var changed = new Scope([.. compiled.Where(pair => pair.Key.TrainableAlone != pair.Value).Select(pair => pair.Key)]);
        changed.Flip();
        return changed;
    }

    private void Add(Layer layer)
    {
        if (compiled.TryAdd(layer, layer.TrainableAlone))
        {
            foreach (var inner in layer.SubLayers)
            {
                Add(inner);
            }
        }
    }

    private sealed class Scope(Layer[] changed) : IDisposable
    {
        public void Dispose() => Flip();

        public void Flip()
        {
            foreach (var layer in changed)
            {
                layer.TrainableAlone = !layer.TrainableAlone;
            }
        }
    }
}

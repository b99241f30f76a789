using KerasSharp.Layers;

namespace KerasSharp.Models;

// What recurrent layers keep from batch to batch.
public abstract partial class Model
{
    /// <summary>Whether a layer of the model keeps states from batch to batch.</summary>
    public bool stateful => layers.Any(IsStateful);

    /// <summary>Sets the states of all stateful layers to zero: what comes next is the beginning of a sequence.</summary>
    public void reset_states()
    {
        foreach (var layer in layers.Where(IsStateful))
        {
            switch (layer)
            {
                case RNN rnn:
                    rnn.reset_states();
                    break;
                case Bidirectional both:
                    both.reset_states();
                    break;
                case Model model:
                    model.reset_states();
                    break;
            }
        }
    }

    private static bool IsStateful(Layer layer) => layer is RNN { stateful: true } or Bidirectional { stateful: true } or Model { stateful: true };
}

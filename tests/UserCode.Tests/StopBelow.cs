using KerasSharp.Callbacks;

namespace UserCode;

/// <summary>A callback: it notes the loss of each epoch and ends the training when one is low enough.</summary>
public class StopBelow(double loss) : Callback
{
    /// <summary>The losses that it saw.</summary>
    public List<double> Losses { get; } = [];

    /// <inheritdoc/>
    public override void on_epoch_end(int epoch, Logs? logs = null)
    {
        Losses.Add(logs!["loss"]);
        model.stop_training = logs["loss"] < loss;
    }
}

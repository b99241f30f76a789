using KerasSharp.Utils;

namespace KerasSharp.Callbacks;

/// <summary>
/// Ends the training when the loss is NaN or infinite. Source: <see href="https://keras.io/api/callbacks/terminate_on_nan/"/>.
/// </summary>
[KerasExport("keras.callbacks.TerminateOnNaN")]
public sealed class TerminateOnNaN : Callback
{
    /// <inheritdoc/>
    public override void on_batch_end(int batch, Logs? logs = null)
    {
        if (logs is not null && logs.TryGetValue("loss", out var loss) && !double.IsFinite(loss))
        {
            KerasConsole.WriteLine($"Batch {batch}: Invalid loss, terminating training");
            model.stop_training = true;
        }
    }
}

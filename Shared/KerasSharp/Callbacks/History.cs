namespace KerasSharp.Callbacks;

/// <summary>
/// Records the values of each epoch; <c>fit</c> returns it: <c>history.history["val_accuracy"]</c>.
/// Source: <see href="https://www.tensorflow.org/api_docs/python/tf/keras/callbacks/History"/>.
/// </summary>
[KerasExport("keras.callbacks.History")]
public sealed class History : Callback
{
    private List<int> epochs = [];

    /// <summary>By name one value per epoch, in the order of the logs: <c>loss</c>, metrics, <c>val_loss</c>, …, <c>lr</c>.</summary>
    public EpochValues history { get; } = [];

    /// <summary>The numbers of the epochs, counted from 0.</summary>
    public IReadOnlyList<int> epoch => epochs;

    /// <inheritdoc/>
    public override void on_train_begin(Logs? logs = null) => epochs = [];

    /// <inheritdoc/>
    public override void on_epoch_end(int epoch, Logs? logs = null)
    {
        epochs.Add(epoch);
        logs ??= [];
        foreach (var name in logs.Keys)
        {
            if (!history.TryGetValue(name, out var values))
            {
                history.Add(name, values = []);
            }

            values.Add(logs.Shown(name));
        }
    }
}

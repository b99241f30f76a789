using KerasSharp.Callbacks;

namespace KerasSharp.Tests.Callbacks;

/// <summary>Notes every hook: callback, hook, index, names of the logs. May end the training in one of them.</summary>
internal sealed class EventRecorder(string name, List<(string Callback, string Hook, int? Index, string Keys)> events, (string Hook, int? Index)? stopIn = null) : Callback
{
    public override void on_epoch_begin(int epoch, Logs? logs = null) => Note(nameof(on_epoch_begin), epoch, logs);

    public override void on_epoch_end(int epoch, Logs? logs = null) => Note(nameof(on_epoch_end), epoch, logs);

    public override void on_train_batch_begin(int batch, Logs? logs = null) => Note(nameof(on_train_batch_begin), batch, logs);

    public override void on_train_batch_end(int batch, Logs? logs = null) => Note(nameof(on_train_batch_end), batch, logs);

    public override void on_test_batch_begin(int batch, Logs? logs = null) => Note(nameof(on_test_batch_begin), batch, logs);

    public override void on_test_batch_end(int batch, Logs? logs = null) => Note(nameof(on_test_batch_end), batch, logs);

    public override void on_predict_batch_begin(int batch, Logs? logs = null) => Note(nameof(on_predict_batch_begin), batch, logs);

    public override void on_predict_batch_end(int batch, Logs? logs = null) => Note(nameof(on_predict_batch_end), batch, logs);

    public override void on_train_begin(Logs? logs = null) => Note(nameof(on_train_begin), null, logs);

    public override void on_train_end(Logs? logs = null) => Note(nameof(on_train_end), null, logs);

    public override void on_test_begin(Logs? logs = null) => Note(nameof(on_test_begin), null, logs);

    public override void on_test_end(Logs? logs = null) => Note(nameof(on_test_end), null, logs);

    public override void on_predict_begin(Logs? logs = null) => Note(nameof(on_predict_begin), null, logs);

    public override void on_predict_end(Logs? logs = null) => Note(nameof(on_predict_end), null, logs);

    /// <summary>The names in the logs, in order.</summary>
    public static string Keys(Logs? logs)
    {
        Assert.NotNull(logs);
        return string.Join(',', logs.outputs is null ? logs.Keys : logs.Keys.Append("outputs"));
    }

    private void Note(string hook, int? index, Logs? logs)
    {
        events.Add((name, hook, index, Keys(logs)));
        if ((hook, index) == stopIn)
        {
            model.stop_training = true;
        }
    }
}

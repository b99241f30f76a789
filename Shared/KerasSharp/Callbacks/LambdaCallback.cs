namespace KerasSharp.Callbacks;

/// <summary>
/// A callback made of functions: <c>LambdaCallback(on_epoch_end: (epoch, logs) => print(logs["loss"]))</c>.
/// Source: <see href="https://keras.io/api/callbacks/lambda_callback/"/>.
/// </summary>
[KerasExport("keras.callbacks.LambdaCallback")]
public sealed class LambdaCallback : Callback
{
    private readonly Action<int, Logs>? epochBegin;
    private readonly Action<int, Logs>? epochEnd;
    private readonly Action<int, Logs>? trainBatchBegin;
    private readonly Action<int, Logs>? trainBatchEnd;
    private readonly Action<int, Logs>? testBatchBegin;
    private readonly Action<int, Logs>? testBatchEnd;
    private readonly Action<int, Logs>? predictBatchBegin;
    private readonly Action<int, Logs>? predictBatchEnd;
    private readonly Action<Logs>? trainBegin;
    private readonly Action<Logs>? trainEnd;
    private readonly Action<Logs>? testBegin;
    private readonly Action<Logs>? testEnd;
    private readonly Action<Logs>? predictBegin;
    private readonly Action<Logs>? predictEnd;

    /// <summary>A callback that calls these functions.</summary>
    /// <param name="on_epoch_begin">An epoch begins: its number, counted from 0, and the logs.</param>
    /// <param name="on_epoch_end">An epoch has ended.</param>
    /// <param name="on_batch_begin">A training batch begins.</param>
    /// <param name="on_batch_end">A training batch has ended.</param>
    /// <param name="on_train_begin"><c>fit</c> begins.</param>
    /// <param name="on_train_end"><c>fit</c> ends.</param>
    /// <param name="on_train_batch_begin">Stands in for <paramref name="on_batch_begin"/>.</param>
    /// <param name="on_train_batch_end">Stands in for <paramref name="on_batch_end"/>.</param>
    /// <param name="on_test_begin"><c>evaluate</c> or the validation begins.</param>
    /// <param name="on_test_end"><c>evaluate</c> or the validation ends.</param>
    /// <param name="on_test_batch_begin">A batch of <c>evaluate</c> or the validation begins.</param>
    /// <param name="on_test_batch_end">A batch of <c>evaluate</c> or the validation has ended.</param>
    /// <param name="on_predict_begin"><c>predict</c> begins.</param>
    /// <param name="on_predict_end"><c>predict</c> ends.</param>
    /// <param name="on_predict_batch_begin">A batch of <c>predict</c> begins.</param>
    /// <param name="on_predict_batch_end">A batch of <c>predict</c> has ended.</param>
    public LambdaCallback(
        Action<int, Logs>? on_epoch_begin = null, Action<int, Logs>? on_epoch_end = null, Action<int, Logs>? on_batch_begin = null,
        Action<int, Logs>? on_batch_end = null, Action<Logs>? on_train_begin = null, Action<Logs>? on_train_end = null,
        Action<int, Logs>? on_train_batch_begin = null, Action<int, Logs>? on_train_batch_end = null, Action<Logs>? on_test_begin = null,
        Action<Logs>? on_test_end = null, Action<int, Logs>? on_test_batch_begin = null, Action<int, Logs>? on_test_batch_end = null,
        Action<Logs>? on_predict_begin = null, Action<Logs>? on_predict_end = null, Action<int, Logs>? on_predict_batch_begin = null,
        Action<int, Logs>? on_predict_batch_end = null)
    {
        (epochBegin, epochEnd) = (on_epoch_begin, on_epoch_end);
        (trainBatchBegin, trainBatchEnd) = (on_train_batch_begin ?? on_batch_begin, on_train_batch_end ?? on_batch_end);
        (testBatchBegin, testBatchEnd) = (on_test_batch_begin, on_test_batch_end);
        (predictBatchBegin, predictBatchEnd) = (on_predict_batch_begin, on_predict_batch_end);
        (trainBegin, trainEnd) = (on_train_begin, on_train_end);
        (testBegin, testEnd) = (on_test_begin, on_test_end);
        (predictBegin, predictEnd) = (on_predict_begin, on_predict_end);
    }

    /// <inheritdoc/>
    public override void on_epoch_begin(int epoch, Logs? logs = null) => epochBegin?.Invoke(epoch, logs ?? []);

    /// <inheritdoc/>
    public override void on_epoch_end(int epoch, Logs? logs = null) => epochEnd?.Invoke(epoch, logs ?? []);

    /// <inheritdoc/>
    public override void on_train_begin(Logs? logs = null) => trainBegin?.Invoke(logs ?? []);

    /// <inheritdoc/>
    public override void on_train_end(Logs? logs = null) => trainEnd?.Invoke(logs ?? []);

    /// <inheritdoc/>
    public override void on_train_batch_begin(int batch, Logs? logs = null) => trainBatchBegin?.Invoke(batch, logs ?? []);

    /// <inheritdoc/>
    public override void on_train_batch_end(int batch, Logs? logs = null) => trainBatchEnd?.Invoke(batch, logs ?? []);

    /// <inheritdoc/>
    public override void on_test_begin(Logs? logs = null) => testBegin?.Invoke(logs ?? []);

    /// <inheritdoc/>
    public override void on_test_end(Logs? logs = null) => testEnd?.Invoke(logs ?? []);

    /// <inheritdoc/>
    public override void on_test_batch_begin(int batch, Logs? logs = null) => testBatchBegin?.Invoke(batch, logs ?? []);

    /// <inheritdoc/>
    public override void on_test_batch_end(int batch, Logs? logs = null) => testBatchEnd?.Invoke(batch, logs ?? []);

    /// <inheritdoc/>
    public override void on_predict_begin(Logs? logs = null) => predictBegin?.Invoke(logs ?? []);

    /// <inheritdoc/>
    public override void on_predict_end(Logs? logs = null) => predictEnd?.Invoke(logs ?? []);

    /// <inheritdoc/>
    public override void on_predict_batch_begin(int batch, Logs? logs = null) => predictBatchBegin?.Invoke(batch, logs ?? []);

    /// <inheritdoc/>
    public override void on_predict_batch_end(int batch, Logs? logs = null) => predictBatchEnd?.Invoke(batch, logs ?? []);
}

using System.Collections;
using KerasSharp.Models;

namespace KerasSharp.Callbacks;

/// <summary>
/// The callbacks of one call of <c>fit</c>, <c>evaluate</c> or <c>predict</c>: all that the training loop knows of callbacks.
/// Each hook reaches all of them, in their order; what one of them adds to the logs, those behind it see.
/// Source: <see href="https://www.tensorflow.org/api_docs/python/tf/keras/callbacks/CallbackList"/>.
/// </summary>
/// <remarks>Keras's warning about hooks slower than a batch is not given: it measures, and would differ from run to run.</remarks>
public sealed class CallbackList : IEnumerable<Callback>
{
    private readonly List<Callback> callbacks = [];

    /// <summary>A list of these callbacks, and behind them, where wanted and not among them, a <see cref="Callbacks.History"/> and a progress bar.</summary>
    /// <param name="callbacks">The user's callbacks.</param>
    /// <param name="add_history">Whether to add a History.</param>
    /// <param name="add_progbar">Whether to add a progress bar.</param>
    /// <param name="model">The model they serve.</param>
    /// <param name="verbose">What the callbacks' <c>params</c> say of the output: 0, 1 or 2.</param>
    /// <param name="epochs">The last epoch's number.</param>
    /// <param name="steps">Batches per epoch; null if it is unknown.</param>
    /// <exception cref="TypeError">One of the callbacks is null.</exception>
    public CallbackList(
        IEnumerable<Callback>? callbacks = null, bool add_history = false, bool add_progbar = false, Model? model = null,
        int verbose = 0, int epochs = 1, int? steps = null)
    {
        foreach (var callback in callbacks ?? [])
        {
            append(callback);
        }

        History = this.callbacks.OfType<History>().LastOrDefault();
        if (History is null && add_history)
        {
            History = new History();
            append(History);
        }

        if (add_progbar && !this.callbacks.OfType<ProgbarLogger>().Any())
        {
            append(new ProgbarLogger(count_mode: "steps"));
        }

        if (model is not null)
        {
            set_model(model);
        }

        set_params(new Dictionary<string, int?> { ["verbose"] = verbose, ["epochs"] = epochs, ["steps"] = steps });
    }

    /// <summary>The History among the callbacks; null if there is none.</summary>
    public History? History { get; }

    /// <summary>Whether a callback looks at the outputs of <c>predict</c> batch by batch. If none does, they are not copied.</summary>
    internal bool WantsOutputs => callbacks.Exists(c => c is not ProgbarLogger && ((Action<int, Logs?>)c.on_predict_batch_end).Method.DeclaringType != typeof(Callback));

    /// <summary>Puts a callback behind the others.</summary>
    /// <exception cref="TypeError">It is null.</exception>
    public void append(Callback callback) =>
        callbacks.Add(callback ?? throw new TypeError($"`callbacks` holds callbacks only. Received: None at position {callbacks.Count}"));

    /// <summary>Sets the model that the callbacks watch.</summary>
    public void set_model(Model model) => callbacks.ForEach(c => c.set_model(model));

    /// <summary>Sets the arguments of the call: <c>verbose</c>, <c>epochs</c>, <c>steps</c>.</summary>
    public void set_params(IReadOnlyDictionary<string, int?> @params) => callbacks.ForEach(c => c.set_params(@params));

    /// <inheritdoc cref="Callback.on_epoch_begin"/>
    public void on_epoch_begin(int epoch, Logs? logs = null) => Call(epoch, logs, static (c, i, l) => c.on_epoch_begin(i, l));

    /// <inheritdoc cref="Callback.on_epoch_end"/>
    public void on_epoch_end(int epoch, Logs? logs = null) => Call(epoch, logs, static (c, i, l) => c.on_epoch_end(i, l));

    /// <inheritdoc cref="Callback.on_train_batch_begin"/>
    public void on_train_batch_begin(int batch, Logs? logs = null) => Call(batch, logs, static (c, i, l) => c.on_train_batch_begin(i, l));

    /// <inheritdoc cref="Callback.on_train_batch_end"/>
    public void on_train_batch_end(int batch, Logs? logs = null) => Call(batch, logs, static (c, i, l) => c.on_train_batch_end(i, l));

    /// <inheritdoc cref="Callback.on_test_batch_begin"/>
    public void on_test_batch_begin(int batch, Logs? logs = null) => Call(batch, logs, static (c, i, l) => c.on_test_batch_begin(i, l));

    /// <inheritdoc cref="Callback.on_test_batch_end"/>
    public void on_test_batch_end(int batch, Logs? logs = null) => Call(batch, logs, static (c, i, l) => c.on_test_batch_end(i, l));

    /// <inheritdoc cref="Callback.on_predict_batch_begin"/>
    public void on_predict_batch_begin(int batch, Logs? logs = null) => Call(batch, logs, static (c, i, l) => c.on_predict_batch_begin(i, l));

    /// <inheritdoc cref="Callback.on_predict_batch_end"/>
    public void on_predict_batch_end(int batch, Logs? logs = null) => Call(batch, logs, static (c, i, l) => c.on_predict_batch_end(i, l));

    /// <inheritdoc cref="Callback.on_train_begin"/>
    public void on_train_begin(Logs? logs = null) => Call(0, logs, static (c, _, l) => c.on_train_begin(l));

    /// <inheritdoc cref="Callback.on_train_end"/>
    public void on_train_end(Logs? logs = null) => Call(0, logs, static (c, _, l) => c.on_train_end(l));

    /// <inheritdoc cref="Callback.on_test_begin"/>
    public void on_test_begin(Logs? logs = null) => Call(0, logs, static (c, _, l) => c.on_test_begin(l));

    /// <inheritdoc cref="Callback.on_test_end"/>
    public void on_test_end(Logs? logs = null) => Call(0, logs, static (c, _, l) => c.on_test_end(l));

    /// <inheritdoc cref="Callback.on_predict_begin"/>
    public void on_predict_begin(Logs? logs = null) => Call(0, logs, static (c, _, l) => c.on_predict_begin(l));

    /// <inheritdoc cref="Callback.on_predict_end"/>
    public void on_predict_end(Logs? logs = null) => Call(0, logs, static (c, _, l) => c.on_predict_end(l));

    /// <inheritdoc/>
    public IEnumerator<Callback> GetEnumerator() => callbacks.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>One hook of all callbacks. They share one object of logs, an empty one where there are none.</summary>
    private void Call(int index, Logs? logs, Action<Callback, int, Logs> hook)
    {
        logs ??= [];
        foreach (var callback in callbacks)
        {
            hook(callback, index, logs);
        }
    }
}

using KerasSharp.Callbacks;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class callbacks
        {
            /// <inheritdoc cref="Callbacks.LambdaCallback"/>
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
            public static Callbacks.LambdaCallback LambdaCallback(
                Action<int, Logs>? on_epoch_begin = null, Action<int, Logs>? on_epoch_end = null, Action<int, Logs>? on_batch_begin = null,
                Action<int, Logs>? on_batch_end = null, Action<Logs>? on_train_begin = null, Action<Logs>? on_train_end = null,
                Action<int, Logs>? on_train_batch_begin = null, Action<int, Logs>? on_train_batch_end = null, Action<Logs>? on_test_begin = null,
                Action<Logs>? on_test_end = null, Action<int, Logs>? on_test_batch_begin = null, Action<int, Logs>? on_test_batch_end = null,
                Action<Logs>? on_predict_begin = null, Action<Logs>? on_predict_end = null, Action<int, Logs>? on_predict_batch_begin = null,
                Action<int, Logs>? on_predict_batch_end = null) => new()
                {
                    OnEpochBegin = on_epoch_begin,
                    OnEpochEnd = on_epoch_end,
                    OnTrainBatchBegin = on_train_batch_begin ?? on_batch_begin,
                    OnTrainBatchEnd = on_train_batch_end ?? on_batch_end,
                    OnTrainBegin = on_train_begin,
                    OnTrainEnd = on_train_end,
                    OnTestBegin = on_test_begin,
                    OnTestEnd = on_test_end,
                    OnTestBatchBegin = on_test_batch_begin,
                    OnTestBatchEnd = on_test_batch_end,
                    OnPredictBegin = on_predict_begin,
                    OnPredictEnd = on_predict_end,
                    OnPredictBatchBegin = on_predict_batch_begin,
                    OnPredictBatchEnd = on_predict_batch_end,
                };
        }
    }
}

namespace KerasSharp.Callbacks
{
    /// <summary>
    /// A callback made of functions: <c>LambdaCallback(on_epoch_end: (epoch, logs) => print(logs["loss"]))</c>.
    /// Source: <see href="https://keras.io/api/callbacks/lambda_callback/"/>.
    /// </summary>
    public sealed class LambdaCallback : Callback
    {
        internal LambdaCallback()
        {
        }

        internal Action<int, Logs>? OnEpochBegin { get; init; }

        internal Action<int, Logs>? OnEpochEnd { get; init; }

        internal Action<int, Logs>? OnTrainBatchBegin { get; init; }

        internal Action<int, Logs>? OnTrainBatchEnd { get; init; }

        internal Action<int, Logs>? OnTestBatchBegin { get; init; }

        internal Action<int, Logs>? OnTestBatchEnd { get; init; }

        internal Action<int, Logs>? OnPredictBatchBegin { get; init; }

        internal Action<int, Logs>? OnPredictBatchEnd { get; init; }

        internal Action<Logs>? OnTrainBegin { get; init; }

        internal Action<Logs>? OnTrainEnd { get; init; }

        internal Action<Logs>? OnTestBegin { get; init; }

        internal Action<Logs>? OnTestEnd { get; init; }

        internal Action<Logs>? OnPredictBegin { get; init; }

        internal Action<Logs>? OnPredictEnd { get; init; }

        /// <inheritdoc/>
        public override void on_epoch_begin(int epoch, Logs? logs = null) => OnEpochBegin?.Invoke(epoch, logs ?? []);

        /// <inheritdoc/>
        public override void on_epoch_end(int epoch, Logs? logs = null) => OnEpochEnd?.Invoke(epoch, logs ?? []);

        /// <inheritdoc/>
        public override void on_train_batch_begin(int batch, Logs? logs = null) => OnTrainBatchBegin?.Invoke(batch, logs ?? []);

        /// <inheritdoc/>
        public override void on_train_batch_end(int batch, Logs? logs = null) => OnTrainBatchEnd?.Invoke(batch, logs ?? []);

        /// <inheritdoc/>
        public override void on_test_batch_begin(int batch, Logs? logs = null) => OnTestBatchBegin?.Invoke(batch, logs ?? []);

        /// <inheritdoc/>
        public override void on_test_batch_end(int batch, Logs? logs = null) => OnTestBatchEnd?.Invoke(batch, logs ?? []);

        /// <inheritdoc/>
        public override void on_predict_batch_begin(int batch, Logs? logs = null) => OnPredictBatchBegin?.Invoke(batch, logs ?? []);

        /// <inheritdoc/>
        public override void on_predict_batch_end(int batch, Logs? logs = null) => OnPredictBatchEnd?.Invoke(batch, logs ?? []);

        /// <inheritdoc/>
        public override void on_train_begin(Logs? logs = null) => OnTrainBegin?.Invoke(logs ?? []);

        /// <inheritdoc/>
        public override void on_train_end(Logs? logs = null) => OnTrainEnd?.Invoke(logs ?? []);

        /// <inheritdoc/>
        public override void on_test_begin(Logs? logs = null) => OnTestBegin?.Invoke(logs ?? []);

        /// <inheritdoc/>
        public override void on_test_end(Logs? logs = null) => OnTestEnd?.Invoke(logs ?? []);

        /// <inheritdoc/>
        public override void on_predict_begin(Logs? logs = null) => OnPredictBegin?.Invoke(logs ?? []);

        /// <inheritdoc/>
        public override void on_predict_end(Logs? logs = null) => OnPredictEnd?.Invoke(logs ?? []);
    }
}

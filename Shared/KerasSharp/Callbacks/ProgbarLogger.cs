using KerasSharp.Utils;

namespace KerasSharp.Callbacks;

/// <summary>
/// Shows the progress on standard output, as <c>verbose</c> says. <c>fit</c> adds it by itself.
/// Source: <see href="https://www.tensorflow.org/api_docs/python/tf/keras/callbacks/ProgbarLogger"/>.
/// </summary>
[KerasExport("keras.callbacks.ProgbarLogger")]
public sealed class ProgbarLogger : Callback
{
    private readonly bool useSteps;
    private readonly HashSet<string> statefulMetrics;
    private Progbar? progbar;
    private int? target;
    private int verbose = 1;
    private int epochs = 1;
    private int seen;
    private int steps;
    private bool calledInFit;

    /// <summary>A progress display.</summary>
    /// <param name="count_mode">
    /// <c>"steps"</c> counts batches, as <c>fit</c>'s own does. <c>"samples"</c>, the default of older versions of Keras, counts samples, which
    /// Keras 2.15 no longer reports: there, too, its bar stays at 0.
    /// </param>
    /// <param name="stateful_metrics">Names whose last value is shown and not a mean; the model's own metrics are always among them.</param>
    /// <exception cref="ValueError">The mode is unknown.</exception>
    public ProgbarLogger(string count_mode = "samples", IEnumerable<string>? stateful_metrics = null)
    {
        useSteps = count_mode switch
        {
            "steps" => true,
            "samples" => false,
            _ => throw new ValueError($"Unknown `count_mode`: {count_mode}. Expected values are [\"samples\", \"steps\"]"),
        };
        statefulMetrics = [.. stateful_metrics ?? []];
    }

    /// <inheritdoc/>
    public override void set_params(IReadOnlyDictionary<string, int?> @params)
    {
        base.set_params(@params);
        verbose = @params["verbose"] ?? 1;
        epochs = @params["epochs"] ?? 1;

        // Where the number of steps is not known, the end of the first epoch tells it.
        target = useSteps ? @params.GetValueOrDefault("steps") : null;
    }

    /// <inheritdoc/>
    public override void on_train_begin(Logs? logs = null) => calledInFit = true;

    /// <inheritdoc/>
    public override void on_train_end(Logs? logs = null)
    {
        calledInFit = false;
        progbar?.Abandon();
    }

    /// <inheritdoc/>
    public override void on_test_begin(Logs? logs = null)
    {
        // The validation inside fit is silent.
        if (!calledInFit)
        {
            Begin();
        }
    }

    /// <inheritdoc/>
    public override void on_predict_begin(Logs? logs = null) => Begin();

    /// <inheritdoc/>
    public override void on_epoch_begin(int epoch, Logs? logs = null)
    {
        Begin();
        if (verbose != 0 && epochs > 1)
        {
            KerasConsole.WriteLine($"Epoch {epoch + 1}/{epochs}");
        }
    }

    /// <inheritdoc/>
    public override void on_train_batch_end(int batch, Logs? logs = null) => Update(batch, logs);

    /// <inheritdoc/>
    public override void on_test_batch_end(int batch, Logs? logs = null)
    {
        if (!calledInFit)
        {
            Update(batch, logs);
        }
    }

    /// <inheritdoc/>
    public override void on_predict_batch_end(int batch, Logs? logs = null) => Update(batch, null);

    /// <inheritdoc/>
    public override void on_epoch_end(int epoch, Logs? logs = null) => Finish(logs);

    /// <inheritdoc/>
    public override void on_test_end(Logs? logs = null)
    {
        if (!calledInFit)
        {
            Finish(logs);
        }
    }

    /// <inheritdoc/>
    public override void on_predict_end(Logs? logs = null) => Finish(logs);

    private void Begin()
    {
        (seen, steps) = (0, 0);
        progbar = new Progbar(target, verbose: verbose, stateful_metrics: statefulMetrics, unit_name: useSteps ? "step" : "sample");
    }

    private void Update(int batch, Logs? logs)
    {
        steps = batch + 1;
        seen = useSteps ? steps : 0;
        if (verbose == 1)
        {
            progbar?.UpdateBatch(seen, logs);
        }
    }

    private void Finish(Logs? logs)
    {
        target ??= steps;
        if (progbar is not null && target > 0)
        {
            progbar.target = target;
            progbar.Finish(target.Value, logs);
        }
    }
}

using KerasSharp.Callbacks;
using KerasSharp.Engine;
using KerasSharp.Metrics;
using KerasSharp.Models.Training;

namespace KerasSharp.Models;

// What one step does. A subclass replaces what it wants to do in another way; fit, evaluate and predict call these.
public abstract partial class Model
{
    /// <summary>
    /// The metrics that the logs show and that each epoch resets: the compiled losses' means, the compiled metrics, then those in the fields of
    /// the model and those of <see cref="Layers.Layer.add_metric"/>. A subclass with metrics of its own may list them here.
    /// </summary>
    public virtual IReadOnlyList<Metric> metrics => AllMetrics.Of(compiled_loss?.metrics ?? [], compiled_metrics?.metrics ?? []);

    // Keras compiles each of these functions once, and again behind compile: their random operations go on from call to call.
    private RandomFunction trainRandom = new();
    private RandomFunction testRandom = new();
    private readonly RandomFunction predictRandom = new();

    private ModelMetrics AllMetrics => field ??= new ModelMetrics(this);

    /// <summary>Does the single steps.</summary>
    internal Trainer Trainer => trainer ??= new Trainer(this);

    /// <summary>One step of training: forward, backward, update. Source: <see href="https://keras.io/guides/custom_train_step_in_tensorflow/"/>.</summary>
    /// <param name="data">The batch: <c>var (x, y, sample_weight) = data;</c></param>
    /// <returns>The values that logs show, by name: mostly what <see cref="compute_metrics"/> returns.</returns>
    public virtual Logs train_step(Data data) => Trainer.TrainStep(data);

    /// <summary>One step of <c>evaluate</c>: forward and metrics, without changing weights.</summary>
    /// <inheritdoc cref="train_step"/>
    public virtual Logs test_step(Data data)
    {
        var (x, y, sample_weight) = data;
        var y_pred = apply(x, training: false);
        Trainer.RequireTarget(y);
        compute_loss(x, y, y_pred, sample_weight);
        return compute_metrics(x, y, y_pred, sample_weight);
    }

    /// <summary>One step of <c>predict</c>: the outputs of a batch.</summary>
    /// <param name="data">The batch: <c>var (x, _, _) = data;</c></param>
    public virtual Tensor predict_step(Data data)
    {
        var (x, _, _) = data;
        return apply(x, training: false);
    }

    /// <summary>The loss of a batch: what <c>compile</c> was given, and all penalties.</summary>
    /// <param name="x">The inputs.</param>
    /// <param name="y">The targets.</param>
    /// <param name="y_pred">The outputs.</param>
    /// <param name="sample_weight">A weight per sample.</param>
    public virtual Tensor compute_loss(Tensor? x = null, Tensor? y = null, Tensor? y_pred = null, Tensor? sample_weight = null)
    {
        ArgumentNullException.ThrowIfNull(y_pred);
        RequireCompiled();
        return compiled_loss!.apply(y, y_pred, sample_weight, StepLosses());
    }

    /// <summary>Updates the metrics of <c>compile</c> and gives the values of all.</summary>
    /// <param name="x">The inputs.</param>
    /// <param name="y">The targets.</param>
    /// <param name="y_pred">The outputs.</param>
    /// <param name="sample_weight">A weight per sample.</param>
    public virtual Logs compute_metrics(Tensor? x, Tensor? y, Tensor y_pred, Tensor? sample_weight)
    {
        RequireCompiled();
        compiled_metrics!.update_state(y, y_pred, sample_weight);
        return get_metrics_result();
    }

    /// <summary>The values of <see cref="metrics"/> by their names. The host reads the variables here.</summary>
    public virtual Logs get_metrics_result()
    {
        using var scope = TensorScope.Begin();
        var logs = new Logs();
        foreach (var metric in metrics)
        {
            logs[metric.name] = metric.result().Shown;
        }

        return logs;
    }

    /// <summary>Resets all <see cref="metrics"/>: at the begin of each epoch and evaluation.</summary>
    public virtual void reset_metrics()
    {
        foreach (var metric in metrics)
        {
            metric.reset_state();
        }
    }

    /// <summary>The function that runs one step of training.</summary>
    /// <param name="force">Whether to make it anew if it exists.</param>
    public virtual Func<Data, Logs> make_train_function(bool force = false) => data => Run(trainRandom, train_step, data);

    /// <summary>The function that runs one step of <c>evaluate</c>.</summary>
    /// <inheritdoc cref="make_train_function"/>
    public virtual Func<Data, Logs> make_test_function(bool force = false) => data => Run(testRandom, test_step, data);

    /// <summary>The function that runs one step of <c>predict</c>.</summary>
    /// <inheritdoc cref="make_train_function"/>
    public virtual Func<Data, Tensor> make_predict_function(bool force = false) => data => Run(predictRandom, predict_step, data);

    private static T Run<T>(RandomFunction random, Func<Data, T> step, Data data)
        where T : class
    {
        using var call = random.Enter();
        return Required(step(data), step.Method.Name);
    }

    // Keras's sentence for a train_step; for the others Python's own words there say less than these.
    private static T Required<T>(T? result, string step)
        where T : class => result ?? throw new ValueError(step == nameof(train_step)
            ? "Unexpected result of `train_function` (Empty logs). This could be due to issues in input pipeline that resulted in an empty dataset. Otherwise, "
                + "please use `Model.compile(..., run_eagerly=True)`, or `tf.config.run_functions_eagerly(True)` for more information of where went wrong, "
                + "or file a issue/bug to `tf.keras`."
            : $"`{step}` returned None. It must return "
                + (typeof(T) == typeof(Logs) ? "the logs, a dictionary of values by name, such as what `compute_metrics` returns." : "the outputs of the batch."));

    /// <summary>The penalties of the step, which the losses of layers and their weights give.</summary>
    private IReadOnlyList<Tensor> StepLosses() => HasLosses ? losses : [];

    /// <summary>Forgets what the layers and the model noted during a step.</summary>
    private void ClearStep()
    {
        if (HasLosses)
        {
            ClearLosses();
        }
    }
}

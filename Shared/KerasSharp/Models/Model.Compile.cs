using KerasSharp.Engine;
using KerasSharp.Losses;
using KerasSharp.Metrics;
using KerasSharp.Models.Training;
using KerasSharp.Optimizers;

namespace KerasSharp.Models;

// What a model is trained with.
public abstract partial class Model
{
    private CompiledTrainable? compiledTrainable;

    /// <summary>Whether <c>compile</c> was called.</summary>
    public bool is_compiled => compiled_loss is not null;

    /// <summary>The loss, or the losses of the outputs, given to <c>compile</c>; null if none was.</summary>
    public LossNest? loss { get; private set; }

    /// <summary>The names of the outputs; null while they are unknown (a subclassed model's are then <c>output_1</c>, …, or its dictionary's keys).</summary>
    public virtual IReadOnlyList<string>? output_names => null;

    /// <summary>
    /// The losses of <c>compile</c>: <c>compiled_loss.apply(y, y_pred, sample_weight, losses)</c> gives the loss of a batch and takes it into the
    /// running mean. Null before <c>compile</c>.
    /// </summary>
    public CompiledLoss? compiled_loss { get; private set; }

    /// <summary>The metrics of <c>compile</c>: <c>compiled_metrics.update_state(y, y_pred)</c>. Null before <c>compile</c>.</summary>
    public CompiledMetrics? compiled_metrics { get; private set; }

    /// <summary>The names that logs show, in order: <c>loss</c>, then the metrics. Known after the first batch.</summary>
    public virtual IReadOnlyList<string> metrics_names => [.. metrics.Select(m => m.name)];

    /// <summary>Sets optimizer, loss and metrics. The weights stay; the optimizer starts anew.</summary>
    /// <param name="optimizer">A name such as <c>"adam"</c>, or an optimizer.</param>
    /// <param name="loss">A name such as <c>"categorical_crossentropy"</c>, a loss, or a function of (y_true, y_pred); several outputs take a list or dictionary of these.</param>
    /// <param name="metrics">Names such as <c>"accuracy"</c>, metrics, or functions, by output where there are several; they ignore sample weights.</param>
    /// <param name="loss_weights">A factor for the loss of each output.</param>
    /// <param name="weighted_metrics">Metrics that use the sample weights.</param>
    /// <param name="run_eagerly">There is no other way here: only null and true are taken.</param>
    /// <param name="steps_per_execution">Batches per call into a graph: only 1, since there is no graph.</param>
    /// <param name="jit_compile">There is nothing to compile: only null and false are taken.</param>
    /// <exception cref="ValueError">A name is unknown, or an argument is not supported.</exception>
    public void compile(
        [KerasDefault("rmsprop")] Optimizer? optimizer = null, LossNest? loss = null, MetricNest? metrics = null, LossWeights? loss_weights = null,
        MetricNest? weighted_metrics = null, bool? run_eagerly = null, int? steps_per_execution = null, bool? jit_compile = null)
    {
        if (steps_per_execution is not null and not 1)
        {
            throw new ValueError($"`steps_per_execution` other than 1 is not supported: every batch is a step of its own. Received: steps_per_execution={steps_per_execution}");
        }

        if (run_eagerly == false || jit_compile == true)
        {
            throw new ValueError("Graphs and XLA are not supported: models always run eagerly. Received: "
                + (jit_compile == true ? "jit_compile=True" : "run_eagerly=False"));
        }

        this.optimizer = optimizer ?? "rmsprop";
        this.loss = loss;
        compiled_loss = new CompiledLoss(loss, loss_weights, output_names);
        compiled_metrics = new CompiledMetrics(metrics, weighted_metrics, output_names);
        compiledTrainable = new CompiledTrainable(this);
        trainer = null;
        (trainRandom, testRandom) = (new(), new());
    }

    /// <summary>The same with a function as the loss: <c>compile("adam", (y_true, y_pred) =&gt; …)</c>.</summary>
    /// <inheritdoc cref="compile(Optimizer?, LossNest?, MetricNest?, LossWeights?, MetricNest?, bool?, int?, bool?)"/>
    [System.Runtime.CompilerServices.OverloadResolutionPriority(-1)] // new() { … } means a dictionary of losses
    public void compile(
        [KerasDefault("rmsprop")] Optimizer? optimizer, Func<Tensor, Tensor, Tensor> loss, MetricNest? metrics = null, LossWeights? loss_weights = null,
        MetricNest? weighted_metrics = null, bool? run_eagerly = null, int? steps_per_execution = null, bool? jit_compile = null)
        => compile(optimizer, (LossNest)loss, metrics, loss_weights, weighted_metrics, run_eagerly, steps_per_execution, jit_compile);

    private void RequireCompiled()
    {
        if (!is_compiled)
        {
            throw new RuntimeError("You must compile your model before training/testing. Use `model.compile(optimizer, loss)`.");
        }
    }
}

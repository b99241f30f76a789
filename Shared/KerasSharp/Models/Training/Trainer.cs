using KerasSharp.Callbacks;
using KerasSharp.Engine;

namespace KerasSharp.Models.Training;

/// <summary>
/// One step of training, testing or predicting. What a step needs every time (the tape, the list of variables, the logs) is made once,
/// so that a warm step allocates next to nothing.
/// </summary>
#pragma warning disable CA1001 // the tape holds nothing but memory; disposing it only ends a recording, which every step does itself
internal sealed class Trainer(Model model)
#pragma warning restore CA1001
{
    private readonly GradientTape tape = new(persistent: false);
    private readonly Logs logs = [];
    private Variable[]? variables;
    private (Tensor? Gradient, Variable Variable)[] gradients = [];

    /// <summary>The running means since the last reset: the loss, then the metrics. One object, filled anew by each step.</summary>
    public Logs Logs => logs;

    /// <summary>Layers may have been frozen, or added: looks at the variables again.</summary>
    public void Refresh() => variables = null;

    /// <summary>Forgets the running means.</summary>
    public void ResetMetrics()
    {
        model.CompiledLoss!.reset_state();
        model.CompiledMetrics!.reset_state();
    }

    /// <summary>Forward, backward, update. Runs in the current scope.</summary>
    public void TrainStep(in Batch batch)
    {
        Tensor y_pred, loss;
        tape.start();
        try
        {
            (y_pred, loss) = Forward(batch, training: true);
        }
        finally
        {
            tape.stop();
        }

        variables ??= Variables();
        var found = tape.gradient(loss, variables);
        for (var i = 0; i < found.Length; i++)
        {
            gradients[i] = (found[i], variables[i]);
        }

        model.optimizer.apply_gradients(gradients);
        tape.reset();
        Score(batch, y_pred);
    }

    /// <summary>Forward and metrics, without changing anything.</summary>
    public void TestStep(in Batch batch)
    {
        var (y_pred, _) = Forward(batch, training: false);
        Score(batch, y_pred);
    }

    /// <summary>Forward alone.</summary>
    public Tensor PredictStep(in Batch batch)
    {
        var y_pred = model.apply(batch.X);
        model.ClearLosses();
        return y_pred;
    }

    private (Tensor Prediction, Tensor Loss) Forward(in Batch batch, bool training)
    {
        var y_pred = model.apply(batch.X, training);
        var penalties = model.HasLosses ? model.losses : [];
        var loss = model.CompiledLoss!.apply(Target(batch), y_pred, batch.SampleWeight, penalties);
        model.ClearLosses();
        return (y_pred, loss);
    }

    private void Score(in Batch batch, Tensor y_pred)
    {
        model.CompiledMetrics!.update_state(Target(batch), y_pred, batch.SampleWeight);
        logs.Clear();
        logs["loss"] = model.CompiledLoss!.result();
        model.CompiledMetrics.AddTo(logs);
    }

    private Tensor Target(in Batch batch) => batch.Y
        ?? throw new ValueError($"Target data is missing. Your model was compiled with loss={model.loss?.ToString() ?? "None"}, and therefore expects target data to be provided in `fit()`.");

    private Variable[] Variables()
    {
        var trainable = model.trainable_weights.ToArray();
        gradients = new (Tensor?, Variable)[trainable.Length];
        return trainable;
    }
}

using KerasSharp.Callbacks;
using KerasSharp.Engine;

namespace KerasSharp.Models.Training;

/// <summary>
/// The default step of training. What it needs every time (the tape, the list of variables) is made once, so that a warm step allocates next
/// to nothing.
/// </summary>
#pragma warning disable CA1001 // the tape holds nothing but memory; disposing it only ends a recording, which every step does itself
internal sealed class Trainer(Model model)
#pragma warning restore CA1001
{
    private readonly GradientTape tape = new(persistent: false);
    private Variable[]? variables;
    private (Tensor? Gradient, Variable Variable)[] gradients = [];

    /// <summary>Layers may have been frozen, or added: looks at the variables again.</summary>
    public void Refresh()
    {
        model.Retrack();
        variables = null;
    }

    /// <summary>Forward, backward, update, metrics. Runs in the current scope.</summary>
    public Logs TrainStep(Data data)
    {
        var (x, y, sample_weight) = data;
        Tensor y_pred, loss;
        tape.start();
        try
        {
            y_pred = model.apply(x, training: true);
            RequireTarget(y);
            loss = model.compute_loss(x, y, y_pred, sample_weight);
            if (loss is null || loss == model.compiled_loss?.Nothing)
            {
                throw new ValueError("No loss found. You may have forgotten to provide a `loss` argument in the `compile()` method.");
            }
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
        return model.compute_metrics(x, y, y_pred, sample_weight);
    }

    /// <summary>Refuses data without targets where the loss needs them.</summary>
    /// <exception cref="ValueError">In Keras's words.</exception>
    public void RequireTarget(Tensor? y)
    {
        if (y is null && model.loss is not null)
        {
            throw new ValueError($"Target data is missing. Your model was compiled with loss={model.loss}, and therefore expects target data to be provided in `fit()`.");
        }
    }

    private Variable[] Variables()
    {
        var trainable = model.trainable_weights.ToArray();
        gradients = new (Tensor?, Variable)[trainable.Length];
        return trainable;
    }
}

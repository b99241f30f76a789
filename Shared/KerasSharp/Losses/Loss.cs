using KerasSharp.Engine;
using KerasSharp.Saving;
using NumSharp;

namespace KerasSharp.Losses;

/// <summary>
/// How far predictions are from the truth. A string (<c>"mse"</c>) or a function of (y_true, y_pred) serves wherever a loss does.
/// A derived class says in <see cref="call"/> what each sample's loss is; weights and reduction are done here.
/// Source: <see href="https://keras.io/api/losses/"/>.
/// </summary>
public abstract class Loss : IConfigurable
{
    private static readonly string[] Reductions = ["auto", "none", "sum", "sum_over_batch_size"];

    /// <summary>A loss with this reduction.</summary>
    /// <param name="reduction"><c>auto</c> and <c>sum_over_batch_size</c> (the mean over all elements of the loss), <c>sum</c>, <c>none</c>.</param>
    /// <param name="name">The name; none if not given.</param>
    /// <exception cref="ValueError">There is no such reduction.</exception>
    protected Loss(string reduction = "auto", string? name = null)
    {
        if (!Reductions.Contains(reduction))
        {
            throw new ValueError($"Invalid Reduction Key: {reduction}. Expected keys are \"({string.Join(", ", Reductions.Select(r => $"'{r}'"))})\"");
        }

        this.reduction = reduction;
        this.name = name;
    }

    /// <summary>The name, such as <c>categorical_crossentropy</c>; null if none was given.</summary>
    public string? name { get; }

    /// <summary>How the losses of the samples become one number.</summary>
    public string reduction { get; }

    /// <summary>The string that this loss was asked for by, which <c>compile_config</c> keeps; null for an object or a function.</summary>
    public string? identifier { get; internal set; }

    /// <summary>The loss of each sample, before weights and reduction: the shape of the truth without its last axis, mostly.</summary>
    /// <param name="y_true">The truth, batch first; labels may be integers.</param>
    /// <param name="y_pred">Predictions, float32.</param>
    public abstract Tensor call(Tensor y_true, Tensor y_pred);

    /// <summary>The loss, weighted and reduced: of rank 0 unless the reduction is <c>none</c>. Python's <c>loss(y_true, y_pred)</c>.</summary>
    /// <param name="y_true">The truth, batch first; labels may be integers.</param>
    /// <param name="y_pred">Predictions, float32.</param>
    /// <param name="sample_weight">A factor: a number, one per sample (batch,) or (batch, 1), or one per element of the loss.</param>
    /// <exception cref="ValueError">Shapes do not fit.</exception>
    public Tensor apply(Tensor y_true, Tensor y_pred, Tensor? sample_weight = null)
    {
        ArgumentNullException.ThrowIfNull(y_true);
        ArgumentNullException.ThrowIfNull(y_pred);
        return Reduce(y_true, y_pred, call(y_true, y_pred), sample_weight);
    }

    /// <summary>
    /// The loss for a truth that is an array. As in Keras it is then taken as it is: (3,) against predictions (3, 1) broadcasts to (3, 3),
    /// where two tensors are brought to one rank first.
    /// </summary>
    /// <inheritdoc cref="apply(Tensor, Tensor, Tensor?)" path="/param"/>
    public Tensor apply(NDArray y_true, Tensor y_pred, Tensor? sample_weight = null)
    {
        ArgumentNullException.ThrowIfNull(y_pred);
        var truth = Tensor.From(y_true);
        return Reduce(truth, y_pred, CallAsIs(truth, y_pred), sample_weight);
    }

    /// <summary>The constructor's arguments, as Keras writes them.</summary>
    public virtual Config get_config() => new() { ["reduction"] = reduction, ["name"] = name };

    /// <summary>The text for messages: the string that was given, or the name.</summary>
    public override string ToString() => identifier ?? name ?? GetType().Name;

    /// <summary>As <see cref="call"/>, without first bringing truth and predictions to one rank.</summary>
    internal virtual Tensor CallAsIs(Tensor y_true, Tensor y_pred) => call(y_true, y_pred);

    /// <summary>1 for each element of the loss that counts, 0 for those that <c>ignore_class</c> leaves out; null if all count.</summary>
    internal virtual Tensor? ValidMask(Tensor y_true, Tensor losses) => null;

    private Tensor Reduce(Tensor y_true, Tensor y_pred, Tensor? losses, Tensor? sample_weight)
    {
        if (losses is null)
        {
            throw new ValueError("Attempt to convert a value (None) with an unsupported type (<class 'NoneType'>) to a Tensor.");
        }

        // The steps that a mask leaves out, and the labels that the class ignores.
        var travelling = y_pred.Mask is { } steps ? keras.ops.cast(steps, losses.dtype) : null;
        var valid = ValidMask(y_true, losses);
        if ((travelling is not null && valid is not null ? travelling * valid : travelling ?? valid) is { } mask)
        {
            sample_weight = LossesUtils.ApplyMask(mask, sample_weight, reduction);
        }

        return LossesUtils.Reduce(losses, sample_weight, reduction);
    }

    /// <summary>The loss of a name, such as <c>"mse"</c>.</summary>
    /// <exception cref="ValueError">The name is unknown.</exception>
    public static implicit operator Loss(string identifier) => keras.losses.get(identifier);

    /// <summary>A function of (y_true, y_pred) that gives each sample's loss.</summary>
    public static implicit operator Loss(Func<Tensor, Tensor, Tensor> function) => keras.losses.get(function);
}

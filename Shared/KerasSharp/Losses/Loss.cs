using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp.Losses;

/// <summary>
/// How far predictions are from the truth. A string stands wherever a loss does: <c>"mse"</c>.
/// Source: <see href="https://keras.io/api/losses/"/>.
/// </summary>
public abstract class Loss
{
    /// <summary>The name, such as <c>categorical_crossentropy</c>.</summary>
    public string name { get; protected init; } = "";

    /// <summary>The loss per sample, before weights and reduction: (batch, …) without the last axis.</summary>
    public abstract Tensor call(Tensor y_true, Tensor y_pred);

    /// <summary>The loss: weighted and reduced; rank 0 unless the reduction is <c>none</c>.</summary>
    public abstract Tensor apply(Tensor y_true, Tensor y_pred, Tensor? sample_weight = null);

    /// <summary>The constructor's arguments, as Keras writes them.</summary>
    public abstract Config get_config();
}

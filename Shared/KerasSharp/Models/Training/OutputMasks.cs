using KerasSharp.Engine;

namespace KerasSharp.Models.Training;

/// <summary>The masks that travel with the outputs of a model: the one place where losses and metrics ask for them.</summary>
internal static class OutputMasks
{
    /// <summary>1 for each step that counts, else 0, float32; null if all count.</summary>
    /// <param name="y_pred">An output.</param>
    public static Tensor? Of(Tensor y_pred) => y_pred.Mask is { } mask ? keras.ops.cast(mask, "float32") : null;
}

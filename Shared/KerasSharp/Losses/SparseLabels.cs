using KerasSharp.Engine;

namespace KerasSharp.Losses;

/// <summary>
/// Labels that are class numbers, int32, one per prediction. A label that is no class is found before it does harm where the memory of its
/// backend is the host's; a GPU is not waited for: there, as in TensorFlow, its loss is NaN.
/// </summary>
internal static class SparseLabels
{
    /// <summary>The labels of predictions whose last axis counts classes: a vector.</summary>
    /// <exception cref="ValueError">There is not one label per prediction, or a label is not a class.</exception>
    public static Tensor Of(Tensor y_true, Tensor y_pred, int? ignored = null)
    {
        var classes = y_pred.dim(-1);
        if (y_true.size * (long)classes != y_pred.size)
        {
            throw new ValueError("`labels.shape` must equal `logits.shape` except for the last dimension. "
                + $"Received: labels.shape=({y_true.size},) and logits.shape=({y_pred.size / Math.Max(1, classes)}, {classes})");
        }

        var labels = keras.ops.reshape(keras.ops.cast(y_true, "int32"), y_true.size);
        if (!labels.IsOnGpu)
        {
            Check(labels.ToArray<int>(), classes, ignored);
        }

        return labels;
    }

    /// <summary>1 at each label, else 0: of the shape of the predictions. Labels that are no class give zeros.</summary>
    public static Tensor OneHot(Tensor labels, Tensor y_pred) => keras.ops.reshape(keras.ops.one_hot(labels, y_pred.dim(-1)), y_pred.DimsArray);

    /// <summary>The losses, NaN where a label is no class and nothing could be checked before.</summary>
    public static Tensor MarkUnchecked(Tensor losses, Tensor labels, int classes, int? ignored)
    {
        if (!labels.IsOnGpu)
        {
            return losses;
        }

        var known = (labels >= 0) & (labels < classes);
        var valid = keras.ops.reshape(ignored is { } label ? known | keras.ops.equal(labels, Tensor.Scalar(label, labels.dtype)) : known, losses.DimsArray);
        return keras.ops.where(valid, losses, keras.ops.full_like(losses, double.NaN));
    }

    /// <summary>0 where the label is ignored, else 1: of the shape of the losses.</summary>
    public static Tensor ValidMask(Tensor y_true, int ignored, Tensor losses)
        => keras.ops.reshape(keras.ops.cast(keras.ops.not_equal(keras.ops.cast(y_true, "int32"), Tensor.Scalar(ignored, DType.Int32)), losses.dtype), losses.DimsArray);

    private static void Check(int[] labels, int classes, int? ignored)
    {
        foreach (var label in labels)
        {
            if ((uint)label >= (uint)classes && label != ignored)
            {
                throw new ValueError(
                    $"Received a label value of {label} which is outside the valid range of [0, {classes}).  Label values: {string.Join(" ", labels.Take(20))}");
            }
        }
    }
}

using KerasSharp.Engine;

namespace KerasSharp.Losses;

/// <summary>Labels that are class numbers. They are looked at on the host, where a wrong one is found before it does harm.</summary>
internal static class SparseLabels
{
    /// <summary>The labels of predictions whose last axis counts classes.</summary>
    /// <exception cref="ValueError">There is not one label per prediction, or a label is not a class.</exception>
    public static int[] Read(Tensor y_true, Tensor y_pred, int? ignored = null)
    {
        var classes = y_pred.dim(-1);
        if (y_true.size * (long)classes != y_pred.size)
        {
            throw new ValueError("`labels.shape` must equal `logits.shape` except for the last dimension. "
                + $"Received: labels.shape=({y_true.size},) and logits.shape=({y_pred.size / Math.Max(1, classes)}, {classes})");
        }

        var labels = keras.ops.cast(y_true, "int32").ToArray<int>();
        foreach (var label in labels)
        {
            if ((uint)label >= (uint)classes && label != ignored)
            {
                throw new ValueError(
                    $"Received a label value of {label} which is outside the valid range of [0, {classes}).  Label values: {string.Join(" ", labels.Take(20))}");
            }
        }

        return labels;
    }

    /// <summary>1 at each label, else 0: of the shape of the predictions.</summary>
    public static Tensor OneHot(int[] labels, Tensor y_pred)
    {
        var classes = y_pred.dim(-1);
        var rows = System.Buffers.ArrayPool<float>.Shared.Rent(y_pred.size);
        var one_hot = rows.AsSpan(0, y_pred.size);
        one_hot.Clear();
        for (var i = 0; i < labels.Length; i++)
        {
            if ((uint)labels[i] < (uint)classes)
            {
                one_hot[(i * classes) + labels[i]] = 1;
            }
        }

        var result = Tensor.FromBeside<float>(y_pred, one_hot, y_pred.DimsArray);
        System.Buffers.ArrayPool<float>.Shared.Return(rows);
        return result;
    }

    /// <summary>0 where the label is ignored, else 1: of the shape of the losses.</summary>
    public static Tensor ValidMask(int[] labels, int ignored, Tensor losses)
        => Tensor.FromBeside<float>(losses, Array.ConvertAll(labels, label => label == ignored ? 0f : 1f), losses.DimsArray);
}

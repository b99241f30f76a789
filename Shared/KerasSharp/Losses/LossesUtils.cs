using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp.Losses;

/// <summary>What losses and metrics share: shapes that are nearly right, weights, reduction.</summary>
internal static class LossesUtils
{
    /// <summary>Keras's <c>backend.epsilon()</c>: keeps logarithms and divisions finite.</summary>
    public const float Epsilon = 1e-7f;

    /// <summary>Both as tensors, the truth in the type of the predictions. Losses are written in the functions of <c>tf</c>: of symbolic tensors these make Keras's layers.</summary>
    public static (Tensor Truth, Tensor Predictions) OfOneType(Tensor y_true, Tensor y_pred)
    {
        y_pred = tf.convert_to_tensor(y_pred);
        return (tf.cast(y_true, y_pred.dtype), y_pred);
    }

    /// <summary>Drops a last axis of length 1 where truth and predictions differ in rank by just that.</summary>
    public static void Squeeze(ref Tensor y_true, ref Tensor y_pred)
    {
        if (y_pred.ndim == y_true.ndim + 1 && y_pred.dim(-1) == 1)
        {
            y_pred = ops.squeeze(y_pred, -1);
        }
        else if (y_true.ndim == y_pred.ndim + 1 && y_true.dim(-1) == 1)
        {
            y_true = ops.squeeze(y_true, -1);
        }
    }

    /// <summary>Gives weights the rank of the values, where only a last axis of length 1 is missing or too much.</summary>
    public static Tensor AlignWeights(Tensor values, Tensor weights)
    {
        weights = ops.cast(weights, "float32");
        return weights.ndim == 0 ? weights
            : weights.ndim == values.ndim + 1 ? ops.squeeze(weights, -1)
            : weights.ndim == values.ndim - 1 ? ops.expand_dims(weights, -1)
            : weights;
    }

    /// <summary>The predictions' probabilities, away from 0 and 1 where logarithms end.</summary>
    public static Tensor ClipProbabilities(Tensor p) => ops.clip(p, Epsilon, 1 - Epsilon);

    /// <summary>The losses with their weights, as one number or as they are.</summary>
    public static Tensor Reduce(Tensor losses, Tensor? sample_weight, string reduction)
    {
        if (sample_weight is not null)
        {
            losses *= AlignWeights(losses, sample_weight);
        }

        return reduction switch
        {
            "none" => losses,
            "sum" => ops.sum(losses),
            _ => ops.mean(losses),
        };
    }

    /// <summary>Weights that leave out what the mask does; a mean is then over what is left.</summary>
    public static Tensor ApplyMask(Tensor mask, Tensor? sample_weight, string reduction)
    {
        if (reduction is "auto" or "sum_over_batch_size")
        {
            mask = ops.divide_no_nan(mask * mask.size, ops.sum(mask));
        }

        return sample_weight is null ? mask : mask * AlignWeights(mask, sample_weight);
    }

    /// <summary>The truth as float32, after checking that it has the shape of the predictions.</summary>
    /// <exception cref="ValueError">The shapes differ, in Keras's words.</exception>
    public static Tensor SameShape(Tensor y_true, Tensor y_pred) => Shapes.Same(y_true.Dims, y_pred.Dims)
        ? ops.cast(y_true, "float32")
        : throw new ValueError($"Shapes {y_true.shape} and {y_pred.shape} are incompatible");

    /// <summary>Labels of -1 and 1; where all are 0 or 1 these are taken for -1 and 1.</summary>
    public static Tensor SignedLabels(Tensor y_true)
    {
        y_true = ops.cast(y_true, "float32");
        var binary = ops.max(ops.abs(y_true * (1f - y_true))).item() == 0;
        return binary ? (2f * y_true) - 1f : y_true;
    }

    /// <summary>Takes some certainty from labels: <c>y · (1 - smoothing) + target · smoothing</c>.</summary>
    public static Tensor Smooth(Tensor y_true, double label_smoothing, float target)
        => label_smoothing == 0 ? y_true : (y_true * (float)(1 - label_smoothing)) + ((float)label_smoothing * target);

    /// <summary>The same elements with one axis moved to the end.</summary>
    public static Tensor MoveToEnd(Tensor x, int axis)
    {
        axis = Shapes.Axis(axis, x.ndim);
        if (axis == x.ndim - 1)
        {
            return x;
        }

        var order = new int[x.ndim];
        for (var i = 0; i < x.ndim; i++)
        {
            order[i] = i < axis ? i : i < x.ndim - 1 ? i + 1 : axis;
        }

        return ops.transpose(x, order);
    }

    /// <summary>Vectors along an axis, scaled to length 1; a zero vector stays.</summary>
    public static Tensor UnitVectors(Tensor x, int axis)
        => x / ops.sqrt(ops.maximum(ops.sum(ops.square(x), axis, keepdims: true), Tensor.ScalarBeside(x, 1e-12f)));

    /// <summary>Element by element: -y_true · log(p) - (1 - y_true) · log(1 - p).</summary>
    /// <exception cref="ValueError">The shapes differ, in Keras's words.</exception>
    public static Tensor BinaryCrossentropy(Tensor y_true, Tensor y_pred, bool from_logits)
    {
        if (from_logits || y_pred.Logits is not null)
        {
            var logits = y_pred.Logits ?? y_pred;
            return Shapes.Same(logits.Dims, y_true.Dims)
                ? ops.sigmoid_cross_entropy(y_true, logits)
                : throw new ValueError($"`logits` and `labels` must have the same shape, received ({logits.shape} vs {y_true.shape}).");
        }

        var p = ClipProbabilities(y_pred);
        return -((y_true * ops.log(p + Epsilon)) + ((1f - y_true) * ops.log(1f - p + Epsilon)));
    }
}

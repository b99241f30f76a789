using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp.Layers;

/// <summary>The steps of a sequence (time, …) one by one.</summary>
internal static class TimeSteps
{
    /// <summary>
    /// The steps. The sequence is halved again and again: the gradient of a part has the size of the whole, so that cutting step by step
    /// would cost the square of the number of steps.
    /// </summary>
    public static Tensor[] Of(Tensor sequence)
    {
        var steps = new Tensor[sequence.dim(0)];
        Fill(steps, sequence);
        return steps;
    }

    private static void Fill(Span<Tensor> steps, Tensor part)
    {
        if (steps.Length == 1)
        {
            steps[0] = ops.reshape(part, [.. part.Dims[1..]]);
        }
        else if (steps.Length > 1)
        {
            var half = steps.Length / 2;
            var parts = ops.Split(part, [half, steps.Length - half], 0);
            Fill(steps[..half], parts[0]);
            Fill(steps[half..], parts[1]);
        }
    }
}

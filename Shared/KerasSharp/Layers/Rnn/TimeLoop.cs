using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp.Layers;

/// <summary>The loop over the steps of a sequence: which way it goes, what a step that does not count leaves, what comes out.</summary>
/// <param name="Backwards">Whether it begins at the end.</param>
/// <param name="AllOutputs">Whether the outputs of all steps come out; else the last.</param>
/// <param name="ZeroOutput">Whether a step that does not count gives zeros; else the output before it.</param>
/// <param name="TimeMajor">Whether the time is the first axis of the output; else the second.</param>
/// <param name="Mask">Which steps count, bool (time, batch); null means all.</param>
internal sealed record TimeLoop(bool Backwards, bool AllOutputs, bool ZeroOutput, bool TimeMajor, Tensor? Mask)
{
    /// <summary>Runs a cell over sequences (time, batch, …).</summary>
    /// <param name="sequences">The inputs.</param>
    /// <param name="states">The first states.</param>
    /// <param name="step">Makes an output and new states of a step's inputs and states.</param>
    public (Tensor Output, Tensor States) Run(Nest<Tensor> sequences, Tensor states, Func<Tensor, Tensor, (Tensor Output, Tensor States)> step)
    {
        var inputs = sequences.map(TimeSteps.Of);
        var masks = Mask is null ? null : TimeSteps.Of(Mask);
        var count = inputs.flatten()[0].Length;
        var outputs = new List<Nest<Tensor>>(AllOutputs ? count : 1);
        Nest<Tensor>? before = null;
        for (var i = 0; i < count; i++)
        {
            var t = Backwards ? count - 1 - i : i;
            var (output, fresh) = step(Tensors.Of(inputs.map(steps => steps[t])), states);
            var nest = output.Nest;
            if (masks is not null)
            {
                var old = ZeroOutput || before is null ? nest.map(ops.zeros_like) : before;
                nest = Choose(masks[t], nest, old);
                fresh = Tensors.Of(Choose(masks[t], fresh.Nest, states.Nest));
            }

            // A cell may return one state where the list has one entry.
            (before, states) = (nest, Tensors.Of(states.Nest.pack(fresh.Nest.flatten())));
            if (AllOutputs)
            {
                outputs.Add(nest);
            }
        }

        return before is null ? throw new ValueError("A recurrent layer needs at least one step. Received: a sequence of length 0.")
            : (Tensors.Of(AllOutputs ? Stacked(outputs) : before), states);
    }

    // Where the step counts the new values, else the old ones.
    private static Nest<Tensor> Choose(Tensor mask, Nest<Tensor> fresh, Nest<Tensor> old) => fresh.pack<Tensor>(
        [.. fresh.flatten().Zip(old.flatten(), (a, b) => ops.where(Expanded(mask, a.ndim), a, b))]);

    private static Tensor Expanded(Tensor mask, int ndim) => ops.reshape(mask, [mask.dim(0), .. Enumerable.Repeat(1, ndim - 1)]);

    private Nest<Tensor> Stacked(List<Nest<Tensor>> outputs)
    {
        var flat = outputs.ConvertAll(output => output.flatten());
        return outputs[0].pack<Tensor>([.. Enumerable.Range(0, flat[0].Count).Select(i => ops.stack(flat.ConvertAll(step => step[i]), TimeMajor ? 0 : 1))]);
    }
}

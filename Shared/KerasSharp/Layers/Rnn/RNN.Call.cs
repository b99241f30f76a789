using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp.Layers;

// Calling: the inputs and what stands behind them, the loop over the steps, what comes out.
public partial class RNN
{
    /// <inheritdoc/>
    public override Tensor call(Nest<Tensor> inputs, in CallArguments args)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var (x, given, constants) = Arguments(inputs, args);
        if (constants is not null && !cell.ReadsConstants)
        {
            throw new ValueError($"RNN cell {cell} does not support constants. Received: constants={constants}");
        }

        var initial = InitialState(x, given);
        var mask = args.mask?.flatten()[0];
        if (mask is { ndim: 2 } && !time_major)
        {
            mask = ops.swapaxes(mask, 0, 1);
        }

        var loop = new TimeLoop(go_backwards, return_sequences, zero_output_for_mask, time_major, mask is null || mask.dtype == Engine.DType.Bool ? mask : ops.cast(mask, Engine.DType.Bool));
        var (output, last) = cell is DropoutRNNCell { IsOwnStep: true } own && x.IsLeaf
            ? RunAtOnce(own, loop, x.Value, initial, args.training)
            : RunStepByStep(loop, x, initial, args.training, constants);
        if (kept is not null)
        {
            Keep(last);
        }

        return return_state ? new Tensors(Nest.List([output.Nest, .. last.Nest.Items])) : output;
    }

    /// <summary>Drops parts of each step apart, where Keras's fused kernel does; the cell then drops nothing.</summary>
    private protected virtual Tensor DropEachStep(Tensor x, bool? training, out bool done)
    {
        done = false;
        return x;
    }

    private protected override void PrepareCall(ref Tensor inputs, ref CallArguments arguments)
    {
        var (x, given, constants) = Arguments(inputs.Nest, arguments);
        if (given is not null)
        {
            CheckStates(given);
        }

        if (constants is not null)
        {
            constantsCount = constants.Nest.flatten().Count;
        }

        (inputs, arguments) = RecurrentArguments.Joined(x, given, constants, arguments);
    }

    private protected override bool TakesArgument(string argument) => argument == "constants" || base.TakesArgument(argument);

    private protected override void CheckInputs(Nest<Tensor> inputs) => base.CheckInputs(inputs is { IsList: true, IsTuple: false } ? inputs[0] : inputs);

    private (Nest<Tensor> X, Nest<Tensor>? States, Tensor? Constants) Arguments(Nest<Tensor> inputs, in CallArguments args)
        => RecurrentArguments.Split(inputs, args, constantsCount ?? 0);

    // All that needs only the inputs is done for all steps in one go.
    private (Tensor Output, Tensor States) RunAtOnce(DropoutRNNCell own, TimeLoop loop, Tensor x, Tensor initial, bool? training)
    {
        x = DropEachStep(x, training, out var done);
        x = time_major ? x : ops.swapaxes(x, 0, 1);
        var states = initial.Nest.flatten();
        var masks = done ? CellMasks.None : own.DrawMasks([.. x.Dims[1..]], states[0].DimsArray, training);
        var (output, last) = own.Sequence(loop, own.Project(x, masks), states, masks);
        return (output, new Tensors(Nest.List<Tensor>(last)));
    }

    private (Tensor Output, Tensor States) RunStepByStep(TimeLoop loop, Nest<Tensor> x, Tensor initial, bool? training, Tensor? constants)
    {
        foreach (var one in cell is StackedRNNCells stack ? stack.cells : [cell])
        {
            (one as DropoutRNNCell)?.reset_dropout_mask();
            (one as DropoutRNNCell)?.reset_recurrent_dropout_mask();
        }

        var major = time_major ? x : x.map(tensor => ops.swapaxes(tensor, 0, 1));
        return loop.Run(major, initial, (step, states) => cell.Step(step, states, training, constants));
    }
}

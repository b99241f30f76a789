using KerasSharp.Engine;

namespace KerasSharp.Layers;

/// <summary>
/// A cell that can drop parts of its inputs and of its states, and whose work on the inputs can be done for all steps at once
/// (Keras's <c>DropoutRNNCellMixin</c>).
/// </summary>
public abstract class DropoutRNNCell : AbstractRNNCell
{
    private Tensor[]? inputMasks;
    private Tensor[]? stateMasks;

    private protected DropoutRNNCell(double dropout, double recurrent_dropout, LayerArguments kwargs)
        : base(kwargs)
    {
        this.dropout = Math.Clamp(dropout, 0, 1);
        this.recurrent_dropout = Math.Clamp(recurrent_dropout, 0, 1);
    }

    /// <summary>The share of the inputs that is dropped in training, 0 … 1.</summary>
    public double dropout { get; }

    /// <summary>The share of the states that is dropped in training, 0 … 1.</summary>
    public double recurrent_dropout { get; }

    /// <summary>How many masks are drawn: one for each gate.</summary>
    private protected abstract int Gates { get; }

    /// <summary>Whether each gate has a mask of its own; else the first serves all.</summary>
    private protected virtual bool MaskPerGate => true;

    /// <summary>The state's shape without the batch, for an input of one step.</summary>
    private protected virtual int[] StateShape(Tensor step) => state_size.Shapes.flatten()[0].ToDims();

    /// <summary>The next step draws new masks for its inputs. An RNN does so at each call.</summary>
    public void reset_dropout_mask() => inputMasks = null;

    /// <summary>The next step draws new masks for its states.</summary>
    public void reset_recurrent_dropout_mask() => stateMasks = null;

    /// <summary>Draws the masks of a sequence; nothing is drawn outside of training.</summary>
    /// <param name="step">The shape of the input of one step, with the batch.</param>
    /// <param name="state">The shape of the state, with the batch.</param>
    /// <param name="training">Whether this is training.</param>
    internal CellMasks DrawMasks(int[] step, int[] state, bool? training) => training != true || (dropout == 0 && recurrent_dropout == 0) ? CellMasks.None
        : new(Draw(step, dropout), Draw(state, recurrent_dropout));

    /// <summary>Masks of any shape for the inputs alone.</summary>
    internal Tensor[]? DrawInputMasks(int[] shape, bool? training) => training == true ? Draw(shape, dropout) : null;

    /// <inheritdoc/>
    public override Tensor call(Tensor inputs, Tensor states, bool? training = null)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(states);
        var masks = KeptMasks(inputs, training);
        var (output, fresh) = Advance(Project(inputs, masks), states.Nest.flatten(), masks);
        return new Tensors(Nest.Tuple(output.Nest, states is Tensors ? Nest.List<Tensor>(fresh) : fresh[0].Nest));
    }

    /// <summary>The part of a step that only needs the inputs, of one step or of all steps (time first).</summary>
    internal abstract Tensor Project(Tensor inputs, CellMasks masks);

    /// <summary>The rest of a step.</summary>
    internal abstract (Tensor Output, Tensor[] States) Advance(Tensor projected, IReadOnlyList<Tensor> states, CellMasks masks);

    /// <summary>All steps of a sequence whose part that needs only the inputs is done.</summary>
    internal virtual (Tensor Output, Tensor[] States) Sequence(TimeLoop loop, Tensor projected, IReadOnlyList<Tensor> states, CellMasks masks)
    {
        var (output, last) = loop.Run(projected, new Tensors(Nest.List<Tensor>(states)), (step, before) =>
        {
            var (y, fresh) = Advance(step, before.Nest.flatten(), masks);
            return (y, new Tensors(Nest.List<Tensor>(fresh)));
        });
        return (output, [.. last.Nest.flatten()]);
    }

    /// <summary>Whether <c>call</c> is the one of this library: a user's own class may override it.</summary>
    internal bool IsOwnStep => !OverridesOutside(nameof(call), typeof(Tensor), typeof(Tensor), typeof(bool?))
        && !OverridesOutside(nameof(call), typeof(Nest<Tensor>), typeof(CallArguments).MakeByRefType());

    // A cell that is called by itself keeps its masks until it is told to draw again, as in Keras.
    private CellMasks KeptMasks(Tensor inputs, bool? training)
    {
        if (training != true || (dropout == 0 && recurrent_dropout == 0))
        {
            return CellMasks.None;
        }

        using (TensorScope.BeginOutside())
        {
            inputMasks ??= Draw(inputs.DimsArray, dropout);
            stateMasks ??= Draw([inputs.dim(0), .. StateShape(inputs)], recurrent_dropout);
        }

        return new(inputMasks, stateMasks);
    }

    private Tensor[]? Draw(int[] shape, double rate)
    {
        if (rate == 0)
        {
            return null;
        }

        var masks = new Tensor[Gates];
        for (var i = 0; i < masks.Length; i++)
        {
            // Each mask has a stream of its own, also one that nobody uses.
            var stream = Seeds.Stream("RandomUniform");
            masks[i] = i == 0 || MaskPerGate ? keras.ops.dropout_mask(shape, rate, stream) : masks[0];
        }

        return masks;
    }
}

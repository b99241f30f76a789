using KerasSharp.Engine;

namespace KerasSharp.Layers;

/// <summary>
/// What a cell multiplies its inputs and its states by in training. The same for all steps of a sequence: a step that is dropped stays dropped.
/// </summary>
/// <param name="Inputs">One mask, or one for each gate; null without dropout.</param>
/// <param name="Recurrent">The same for the states.</param>
internal sealed record CellMasks(Tensor[]? Inputs, Tensor[]? Recurrent)
{
    /// <summary>Nothing is dropped.</summary>
    public static readonly CellMasks None = new(null, null);

    /// <summary>What enters a gate.</summary>
    public Tensor Input(Tensor x, int gate) => Inputs is null ? x : x * Inputs[gate];

    /// <summary>The state that enters a gate.</summary>
    public Tensor State(Tensor h, int gate) => Recurrent is null ? h : h * Recurrent[gate];
}

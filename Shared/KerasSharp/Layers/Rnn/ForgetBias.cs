using KerasSharp.Engine;
using KerasSharp.Initializers;
using static KerasSharp.keras;

namespace KerasSharp.Layers;

/// <summary>An LSTM's first bias: 1 for the forget gate, so that it keeps its carry in the beginning; the others as an initializer says, in Keras's pieces.</summary>
/// <param name="others">Draws for the input gate, then for carry and output gate together.</param>
/// <param name="units">The length of a gate.</param>
internal sealed class ForgetBias(Initializer others, int units) : Initializer
{
    /// <inheritdoc/>
    public override Tensor call(ReadOnlySpan<int> shape, string dtype = "float32")
        => ops.concatenate([others.call([units], dtype), ops.ones(units), others.call([units * 2], dtype)]);
}

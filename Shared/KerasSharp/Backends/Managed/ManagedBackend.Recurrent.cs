using KerasSharp.Engine;

namespace KerasSharp.Backends.Managed;

// Recurrent layers: all steps in one kernel.
public sealed unsafe partial class ManagedBackend
{
    /// <inheritdoc/>
    public void Lstm(Tensor gates, Tensor kernel, Tensor h, Tensor c, Tensor? mask, bool backwards, Tensor cells, Tensor output)
        => LstmForward.Run(Shape(gates, kernel, mask, backwards), Floats(gates), Floats(kernel), Floats(h), Floats(c), Floats(cells), Floats(output));

    /// <inheritdoc/>
    public void LstmGradient(Tensor gates, Tensor cells, Tensor kernel, Tensor c, Tensor? mask, bool backwards, Tensor dy, Tensor dx, Tensor dh, Tensor dc)
        => LstmBackward.Run(Shape(gates, kernel, mask, backwards), Floats(gates), Floats(cells), Floats(kernel), Floats(c), Floats(dy), Floats(dx), Floats(dh), Floats(dc));

    /// <inheritdoc/>
    public void Gru(Tensor x, Tensor kernel, Tensor bias, Tensor h, Tensor? mask, bool backwards, Tensor gates, Tensor output)
        => GruForward.Run(Shape(x, kernel, mask, backwards), Floats(x), Floats(kernel), Floats(bias), Floats(h), Floats(gates), Floats(output));

    /// <inheritdoc/>
    public void GruGradient(Tensor gates, Tensor output, Tensor kernel, Tensor h, Tensor? mask, bool backwards, Tensor dy, Tensor dx, Tensor products, Tensor dh)
        => GruBackward.Run(Shape(gates, kernel, mask, backwards), Floats(gates), Floats(output), Floats(kernel), Floats(h), Floats(dy), Floats(dx), Floats(products), Floats(dh));

    private static SequenceShape Shape(Tensor gates, Tensor kernel, Tensor? mask, bool backwards)
        => new(gates.dim(0), gates.dim(1), kernel.dim(0), mask is null ? null : Bytes(mask), backwards);
}

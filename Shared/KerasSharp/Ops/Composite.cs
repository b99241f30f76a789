using KerasSharp.Backends;
using KerasSharp.Engine;

namespace KerasSharp.Ops;

/// <summary>
/// An operation that is made of others: a derived class says its shape rule, which serves symbolic tensors and messages, and how it is composed.
/// Tapes record what it is made of.
/// </summary>
internal abstract class Composite : Operation
{
    /// <inheritdoc/>
    protected internal sealed override bool IsDifferentiable => false;

    /// <inheritdoc/>
    protected sealed override Tensor compute(IBackend backend, Tensor[] inputs, OutputSpec spec) => compose(inputs);

    /// <inheritdoc/>
    protected sealed override void run(IBackend backend, Tensor[] inputs, Tensor output) => backend.Copy(compose(inputs), output);

    /// <summary>The result, by other operations; all checks are done.</summary>
    protected abstract Tensor compose(Tensor[] inputs);
}

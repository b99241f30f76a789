using KerasSharp.Engine;

namespace KerasSharp.Models.Training;

/// <summary>What one step works on; tensors of the step's scope.</summary>
/// <param name="X">The inputs, batch first.</param>
/// <param name="Y">The targets; null in <c>predict</c>.</param>
/// <param name="SampleWeight">A weight per sample, class weights included; null if all are 1.</param>
internal readonly record struct Batch(Tensor X, Tensor? Y, Tensor? SampleWeight);

/// <summary>Where batches come from: arrays, or a generator.</summary>
internal abstract class BatchSource
{
    /// <summary>Batches per epoch; null where only the end will tell.</summary>
    public abstract int? Steps { get; }

    /// <summary>The shape of the inputs with an unknown batch dimension; not given where only the first batch will tell.</summary>
    public virtual TensorShape InputShape => default;

    /// <summary>Whether the samples have weights.</summary>
    public virtual bool HasSampleWeight => false;

    /// <summary>An epoch begins.</summary>
    public abstract void BeginEpoch();

    /// <summary>Makes the next batch inside the current scope; false at the end of the data.</summary>
    public abstract bool TryNext(out Batch batch);
}

namespace KerasSharp.Models.Training;

/// <summary>Where batches come from: arrays, a dataset, a generator, a sequence.</summary>
internal abstract class BatchSource : IDisposable
{
    /// <summary>Batches per epoch; null where only the end will tell.</summary>
    public abstract int? Steps { get; }

    /// <summary>The shape of the inputs with an unknown batch dimension; not given where only the first batch will tell.</summary>
    public virtual TensorShape InputShape => default;

    /// <summary>Whether the samples have weights.</summary>
    public virtual bool HasSampleWeight => false;

    /// <summary>Whether the next batch may be made before it is asked for. Not where that would change the order of random numbers.</summary>
    public virtual bool MayReadAhead => true;

    /// <summary>Whether the tensors of the last batch are new and belong to the step: their memory goes back to the pool with it.</summary>
    public virtual bool OwnsTensors => true;

    /// <summary>An epoch begins.</summary>
    public abstract void BeginEpoch();

    /// <summary>An epoch has ended.</summary>
    public virtual void EndEpoch()
    {
    }

    /// <summary>Makes the next batch; null at the end of the data. May run on another thread than the step.</summary>
    public abstract Data? Next();

    /// <summary>Ends reading.</summary>
    public virtual void Dispose()
    {
    }
}

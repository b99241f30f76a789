using System.Runtime.ExceptionServices;
using KerasSharp.Backends;
using KerasSharp.Engine;

namespace KerasSharp.Models.Training;

/// <summary>
/// Reads batches, one ahead: while a step runs, a thread of the pool makes the next batch. They come in the order of the source; an error of
/// the source reaches the reader as it is; nothing is read beyond the last step of an epoch. No thread is held between batches: if the pool
/// has not begun when the batch is wanted, the reader makes it itself.
/// </summary>
#pragma warning disable CA1001, CA2213 // the event is never asked for a handle of the system, so it holds nothing but memory
internal sealed class BatchReader : IThreadPoolWorkItem, IDisposable
#pragma warning restore CA1001, CA2213
{
    private const int Idle = 0;
    private const int Wanted = 1;
    private const int Running = 2;

    private readonly BatchSource source;
    private readonly IBackend backend = Backend.Current;
    private readonly ExecutionContext? context = ExecutionContext.Capture();
    private readonly ManualResetEventSlim done = new();
    private ExceptionDispatchInfo? error;
    private Data? made;
    private bool pending;
    private int state;
    private int? left;

    /// <summary>Reads a source, which ends with the reader.</summary>
    public BatchReader(BatchSource source) => this.source = source;

    /// <summary>An epoch, or a pass over the data, begins.</summary>
    /// <param name="steps">How many batches will be read at most; null if all.</param>
    public void BeginEpoch(int? steps)
    {
        Drop();
        left = steps;
        source.BeginEpoch();
    }

    /// <summary>The next batch, whose tensors belong to the current scope; false at the end of the data.</summary>
    public bool TryNext(out Data batch)
    {
        if (!pending)
        {
            Make();
        }
        else
        {
            Finish();
        }

        pending = false;
        var (result, failure) = (made, error);
        (made, error) = (null, null);
        failure?.Throw();
        batch = result!;
        if (result is null)
        {
            return false;
        }

        if (source.OwnsTensors)
        {
            Track(result.Nest);
        }

        left--;
        if (left is null or > 0 && source.MayReadAhead)
        {
            ReadAhead();
        }

        return true;
    }

    /// <summary>Waits for the batch that is being made, and ends the source.</summary>
    public void Dispose()
    {
        Drop();
        source.Dispose();
    }

    /// <summary>On a thread of the pool: makes the batch, unless the reader has begun to.</summary>
    void IThreadPoolWorkItem.Execute()
    {
        if (Interlocked.CompareExchange(ref state, Running, Wanted) == Wanted)
        {
            if (context is null)
            {
                MakeOnThisBackend();
            }
            else
            {
                ExecutionContext.Run(context, static reader => ((BatchReader)reader!).MakeOnThisBackend(), this);
            }

            Volatile.Write(ref state, Idle);
            done.Set();
        }
    }

    private void ReadAhead()
    {
        pending = true;
        done.Reset();
        Volatile.Write(ref state, Wanted);
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private void Finish()
    {
        if (Interlocked.CompareExchange(ref state, Idle, Wanted) == Wanted)
        {
            Make();
        }
        else
        {
            done.Wait();
        }
    }

    private void Drop()
    {
        if (pending)
        {
            // A batch that is not begun yet is not read.
            if (Interlocked.CompareExchange(ref state, Idle, Wanted) != Wanted)
            {
                done.Wait();
            }

            (pending, made, error) = (false, null, null);
        }
    }

    private void MakeOnThisBackend()
    {
        using var restore = Backend.UseOnThisThread(backend);
        Make();
    }

    private void Make()
    {
        // The batch belongs to the step that takes it, not to the scope or the thread in which it is made.
        using var outside = TensorScope.BeginOutside();
        try
        {
            made = source.Next();
        }
#pragma warning disable CA1031 // It is thrown again where the batch is taken.
        catch (Exception e)
#pragma warning restore CA1031
        {
            error = ExceptionDispatchInfo.Capture(e);
        }
    }

    private static void Track(Nest<Tensor> nest)
    {
        foreach (var tensor in nest.flatten())
        {
            if (tensor is not null)
            {
                TensorScope.Track(tensor.Storage);
            }
        }
    }

    private static void Track(Nest<object?> nest)
    {
        if (nest.IsLeaf)
        {
            switch (nest.Value)
            {
                case Tensors several:
                    Track(several.Nest);
                    break;
                case Tensor tensor:
                    TensorScope.Track(tensor.Storage);
                    break;
            }

            return;
        }

        for (var i = 0; i < nest.Count; i++)
        {
            Track(nest.Items[i]);
        }
    }
}

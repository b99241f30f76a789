using System.Runtime.ExceptionServices;

namespace KerasSharp.Datasets;

/// <summary>Reads several files at once: unpacking is what takes the time.</summary>
internal static class InParallel
{
    /// <summary>Runs <paramref name="body"/> for 0 … <paramref name="count"/> - 1. The first error is thrown as it is, not wrapped.</summary>
    public static void Run(int count, Action<int> body)
    {
        try
        {
            Parallel.For(0, count, body);
        }
        catch (AggregateException errors)
        {
            ExceptionDispatchInfo.Throw(errors.Flatten().InnerExceptions[0]);
        }
    }
}

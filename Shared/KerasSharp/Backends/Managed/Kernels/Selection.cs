namespace KerasSharp.Backends.Managed;

/// <summary>One of two elements each; of any type, by its size.</summary>
internal static unsafe class Selection
{
    /// <summary>y = condition ? a : b, of <paramref name="n"/> elements of <paramref name="size"/> bytes.</summary>
    public static void Run(byte* condition, byte* a, byte* b, byte* y, int n, int size)
    {
        switch (size)
        {
            case 1: Run(condition, a, b, y, n); break;
            case 2: Run(condition, (short*)a, (short*)b, (short*)y, n); break;
            case 4: Run(condition, (int*)a, (int*)b, (int*)y, n); break;
            default: Run(condition, (long*)a, (long*)b, (long*)y, n); break;
        }
    }

    private static void Run<T>(byte* condition, T* a, T* b, T* y, int n)
        where T : unmanaged
    {
        var job = new Job<T> { Condition = condition, A = a, B = b, Y = y };
        Chunked.Run(ref job, n);
    }

    private struct Job<T> : IRangeJob
        where T : unmanaged
    {
        public byte* Condition;
        public T* A, B, Y;

        public readonly void Run(int start, int end)
        {
            for (var i = start; i < end; i++) Y[i] = Condition[i] != 0 ? A[i] : B[i];
        }
    }
}

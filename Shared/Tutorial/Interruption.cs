namespace KerasSharp.Tutorial;

/// <summary>
/// Ctrl+C. Before anybody has asked for the token nothing would notice it, so the program ends at once. After that the first one cancels the token,
/// and the second one ends the program.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly TextWriter log;
    private volatile bool isObserved;

    public Interruption(TextWriter log)
    {
        this.log = log;
        Console.CancelKeyPress += OnCancel;
    }

    /// <summary>Whether Ctrl+C was pressed.</summary>
    public bool IsRequested => source.IsCancellationRequested;

    public CancellationToken Token
    {
        get
        {
            isObserved = true;
            return source.Token;
        }
    }

    public void Dispose()
    {
        Console.CancelKeyPress -= OnCancel;
        source.Dispose();
    }

    /// <summary>Takes one Ctrl+C.</summary>
    /// <returns>Whether the program goes on.</returns>
    internal bool Press()
    {
        if (!isObserved || source.IsCancellationRequested)
        {
            return false;
        }

        log.WriteLine("\n正在停止訓練,再按一次 Ctrl+C 立即結束 / stopping the training, press Ctrl+C again to end at once");
        source.Cancel();
        return true;
    }

    private void OnCancel(object? sender, ConsoleCancelEventArgs press)
    {
        press.Cancel = true;
        if (!Press())
        {
            Environment.Exit(Part.Interrupted);
        }
    }
}

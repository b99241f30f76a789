using System.Diagnostics;
using System.Reflection;
using KerasSharp.Datasets;
using KerasSharp.matplotlib;
using KerasSharp.Python;
using KerasSharp.Tutorial.Digits;

namespace KerasSharp.Tutorial;

/// <summary>
/// What a part of the tutorial needs and a notebook has not, in one line at its top and one at its end:
/// <code>
/// using var part = Part.Start(args, target: 0.98);
/// …
/// return part.ExitCode(test_accuracy);
/// </code>
/// It reads the options, makes the output folder the current one, lets Ctrl+C end the training rather than the program, draws digits where no
/// MNIST can be had (and says so), and judges the result. All its own messages go to standard error; standard output is the tutorial's text.
/// </summary>
public sealed class Part : IDisposable
{
    /// <summary>The exit code where the target was missed.</summary>
    public const int Missed = 1;

    /// <summary>The exit code where the part could not run to its end.</summary>
    public const int Failed = 3;

    /// <summary>The exit code after Ctrl+C.</summary>
    public const int Interrupted = 130;

    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly PartOptions options;
    private readonly double target;
    private readonly IReadOnlyList<Block> blocks;
    private readonly TextWriter log;
    private readonly Interruption interruption;
    private readonly List<IDisposable> hooks = [];
    private bool isShortened;
    private bool isDrawn;

    internal Part(PartOptions options, double target, IReadOnlyList<Block> blocks, TextWriter log)
    {
        (this.options, this.target, this.blocks, this.log) = (options, target, blocks, log);
        Output = OutputFolder.Enter(options.Out);
        interruption = new(log);
        hooks.Add(DatasetHooks.OnMissing("mnist", Draw));
        if (blocks.Count == 0 && options.Samples is { } samples)
        {
            isShortened = true;
            hooks.Add(DatasetHooks.OnLoaded((_, arrays) => ShortenedData.Of(arrays, samples)));
        }
    }

    /// <summary>The folder for all that the part writes; it is also the current folder.</summary>
    public string Output { get; }

    /// <summary>Cancelled by the first Ctrl+C: hand it to <c>fit</c>, which then ends after its batch. The second Ctrl+C ends the program.</summary>
    public CancellationToken Token => interruption.Token;

    /// <summary>Whether the data are digits that the program drew itself, since MNIST was not found.</summary>
    public bool IsDrawn => isDrawn;

    /// <summary>
    /// Begins a part. Ends the program where the command line asks for help (0), makes no sense, or names a folder that cannot be written (2).
    /// </summary>
    /// <param name="args">The command line.</param>
    /// <param name="target">The accuracy, 0 to 1, that the tutorial promises.</param>
    public static Part Start(string[] args, double target) => Start(args, target, []);

    /// <summary>
    /// Begins a part of several blocks, each of which is a sub-command: <see cref="RunBlocks"/> runs the named one, or all. Here <c>--samples</c>
    /// leaves the data sets whole: a block that trains asks for <see cref="Samples"/>.
    /// </summary>
    /// <param name="args">The command line.</param>
    /// <param name="blocks">The blocks, in the order in which they run.</param>
    public static Part Start(string[] args, IReadOnlyList<Block> blocks) => Start(args, 0, blocks);

    private static Part Start(string[] args, double target, IReadOnlyList<Block> blocks)
    {
        ArgumentNullException.ThrowIfNull(args);
        var output = PythonConsole.Out; // sets the console to UTF-8
        var program = Assembly.GetEntryAssembly();
        var about = program?.GetCustomAttribute<AssemblyDescriptionAttribute>()?.Description ?? "";
        var (options, exitCode) = PartOptions.Parse(args, program?.GetName().Name ?? "part", about, output, Console.Error, blocks);
        if (options is null)
        {
            Environment.Exit(exitCode);
        }

        AppDomain.CurrentDomain.UnhandledException += (_, failure) => Fail((Exception)failure.ExceptionObject);
        try
        {
            return new(options!, target, blocks, Console.Error);
        }
        catch (OSError error)
        {
            Console.Error.WriteLine(error.Message);
            Environment.Exit(PartOptions.Misuse);
            throw;
        }
    }

    /// <summary>The number of epochs: the tutorial's, unless <c>--epochs</c> says otherwise.</summary>
    public int Epochs(int tutorial)
    {
        var epochs = options.Epochs ?? tutorial;
        isShortened |= epochs < tutorial;
        return epochs;
    }

    /// <summary>How many training samples a block uses: the tutorial's number, unless <c>--samples</c> says otherwise.</summary>
    public int Samples(int tutorial) => options.Samples ?? tutorial;

    /// <summary>The random seed: the tutorial's, unless <c>--seed</c> says otherwise.</summary>
    public int Seed(int tutorial) => options.Seed ?? tutorial;

    /// <summary>
    /// 0 where the target was reached, 1 where it was missed. A shortened run, and one with drawn digits, is not judged (0); after Ctrl+C it is 130.
    /// </summary>
    /// <param name="accuracy">What the part measured on the test data, 0 to 1.</param>
    public int ExitCode(double accuracy)
    {
        if (interruption.IsRequested)
        {
            log.WriteLine("已中斷 / interrupted");
            return Interrupted;
        }

        if (isDrawn || isShortened)
        {
            log.WriteLine(isDrawn ? "資料為自繪數字,不評定是否達標 / drawn digits, not MNIST: not judged against the target"
                : "縮短的執行,不評定是否達標 / a shortened run: not judged against the target");
            return 0;
        }

        var reached = accuracy >= target;
        log.WriteLine($"目標準確率 {target:P1},測得 {accuracy:P2}:{(reached ? "達標" : "未達標")} / "
            + $"target {target:P1}, measured {accuracy:P2}: {(reached ? "reached" : "missed")}");
        return reached ? 0 : Missed;
    }

    /// <summary>
    /// Runs the block that the command line names, or all of them in their order. Where a file, a network or a native library fails, the others still run.
    /// </summary>
    /// <returns>The exit code: 0, <see cref="Failed"/> where a block failed, <see cref="Interrupted"/> after Ctrl+C.</returns>
    public int RunBlocks()
    {
        var exitCode = 0;
        var named = blocks.Where(block => options.Block is null || block.Name == options.Block).ToList();
        foreach (var block in named)
        {
            if (block != named[0])
            {
                PythonConsole.Out.Write("\n");
            }

            try
            {
                pyplot.output_folder = Path.Combine("figures", block.Name); // each block has its own: a single block leaves the others' figures
                block.Run(this);
            }
            catch (Exception error) when (error is OSError or RuntimeError)
            {
                // RuntimeError: a native library that cannot be loaded.
                log.WriteLine($"{block.Name}: {error.Message}");
                exitCode = Failed;
            }

            if (interruption.IsRequested)
            {
                log.WriteLine("已中斷 / interrupted");
                return Interrupted;
            }
        }

        return exitCode;
    }

    /// <summary>Prints how long it took, and where the files are.</summary>
    public void Dispose()
    {
        if (isDrawn)
        {
            PythonConsole.Out.Write(DrawnDigitsNotice.Closing + "\n");
        }

        foreach (var hook in hooks)
        {
            hook.Dispose();
        }

        interruption.Dispose();
        log.WriteLine($"輸出資料夾 / output folder: {Output}");
        log.WriteLine($"共 {clock.Elapsed.TotalSeconds:F1} 秒 / {clock.Elapsed.TotalSeconds:F1} s in all");
    }

    private DatasetArrays Draw(OSError missing)
    {
        isDrawn = true;
        log.WriteLine(missing.Message);
        log.WriteLine(DrawnDigitsNotice.Banner);
        PythonConsole.Out.Write(DrawnDigitsNotice.Opening + "\n");
        pyplot.footnote = DrawnDigitsNotice.Footnote;
        return DrawnDigits.Draw();
    }

    // A file or a network that fails is the user's to mend: a sentence helps, a stack trace does not.
    private static void Fail(Exception error)
    {
        if (error is OperationCanceledException)
        {
            Console.Error.WriteLine("已中斷 / interrupted");
            Environment.Exit(Interrupted);
        }

        if (error is OSError)
        {
            Console.Error.WriteLine(error.Message);
            Environment.Exit(Failed);
        }
    }
}

using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Globalization;

namespace KerasSharp.Tutorial;

/// <summary>What the user may ask of a part on the command line.</summary>
/// <param name="Epochs">Passes over the training data, where they are not to be the tutorial's.</param>
/// <param name="Samples">How many training samples to use, where not all.</param>
/// <param name="Seed">The random seed, where it is not to be the tutorial's.</param>
/// <param name="Out">The folder for all that the part writes.</param>
/// <param name="Block">The one block to run, in a part of several, where not all.</param>
internal sealed record PartOptions(int? Epochs, int? Samples, int? Seed, string Out, string? Block = null)
{
    /// <summary>The exit code for a command line that makes no sense.</summary>
    public const int Misuse = 2;

    // Fewer could lack a digit altogether, and the reports have a line for each.
    private const int FewestSamples = 100;

    /// <summary>The options, or the exit code where the command line asks for help (0) or makes no sense (2).</summary>
    /// <param name="args">The command line.</param>
    /// <param name="part">The part's name, which also names its output folder.</param>
    /// <param name="about">A line that says what the part does.</param>
    /// <param name="output">Takes the help.</param>
    /// <param name="error">Takes what is wrong.</param>
    /// <param name="blocks">The blocks of the part, each a sub-command; none where the part is one piece.</param>
    public static (PartOptions? Options, int ExitCode) Parse(
        string[] args, string part, string about, TextWriter output, TextWriter error, IReadOnlyList<Block>? blocks = null)
    {
        var epochs = Number("--epochs", 1, "訓練的 epoch 數(預設同教學) / passes over the training data (default: as in the tutorial)");
        var samples = Number("--samples", FewestSamples, blocks is { Count: > 0 }
            ? "用前 n 筆訓練資料 / train on the first n samples"
            : "只用前 n 筆訓練資料,測試資料按比例減少,用於快速試跑 / use only the first n training samples, and test samples in proportion: for a quick try");
        var seed = Number("--seed", 0, "隨機種子(預設同教學) / random seed (default: as in the tutorial)");
        var folder = Path.Combine("output", part);
        var place = new Option<string>("--out")
        {
            Description = $"圖片與模型的輸出資料夾(預設 {folder}) / folder for figures and models (default: {folder})",
            HelpName = "folder",
            CustomParser = result => result.Tokens is [{ Value.Length: > 0 } token] ? token.Value : Refuse<string>(result, "--out 需要資料夾名稱 / --out needs the name of a folder"),
        };
        var command = new RootCommand(about) { epochs, samples, seed, place };
        foreach (var block in blocks ?? [])
        {
            var subcommand = new Command(block.Name, block.About) { Action = new Chosen() };
            foreach (var option in block.Trains ? [epochs, samples, seed, place] : new Option[] { place })
            {
                subcommand.Options.Add(option);
            }

            command.Subcommands.Add(subcommand);
            command.Action = new Chosen();
        }

        var parsed = command.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var problem in parsed.Errors)
            {
                error.WriteLine(problem.Message);
            }

            error.WriteLine("用 --help 查看可用選項 / see --help for the options");
            return (null, Misuse);
        }

        if (parsed.Action is not (null or Chosen))
        {
            // --help, --version
            return (null, parsed.Invoke(new InvocationConfiguration { Output = output, Error = error }));
        }

        var chosen = parsed.CommandResult.Command is RootCommand ? null : parsed.CommandResult.Command;
        foreach (var option in new[] { epochs, samples, seed })
        {
            if (chosen?.Options.Contains(option) == false && parsed.GetResult(option) is not null)
            {
                // Before the block's name every option is understood: it must not be ignored there.
                error.WriteLine($"{option.Name} 不適用於 {chosen.Name} / {option.Name} does not apply to {chosen.Name}");
                return (null, Misuse);
            }
        }

        return (new(parsed.GetValue(epochs), parsed.GetValue(samples), parsed.GetValue(seed), parsed.GetValue(place) ?? folder, chosen?.Name), 0);
    }

    private static Option<int?> Number(string name, int least, string description) => new(name)
    {
        Description = description,
        HelpName = "n",
        CustomParser = result => result.Tokens is [var token]
            && int.TryParse(token.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least
            ? number : Refuse<int?>(result, $"{name} 需要 {least} 以上的整數 / {name} needs a whole number of at least {least}. Received: {string.Join(' ', result.Tokens)}"),
    };

    private static T? Refuse<T>(ArgumentResult result, string message)
    {
        result.AddError(message);
        return default;
    }

    // Parsing tells which block was named; who asked for the options runs it.
    private sealed class Chosen : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult) => 0;
    }
}

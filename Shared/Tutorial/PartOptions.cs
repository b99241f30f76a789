using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace KerasSharp.Tutorial;

/// <summary>What the user may ask of a part on the command line.</summary>
/// <param name="Epochs">Passes over the training data, where they are not to be the tutorial's.</param>
/// <param name="Samples">How many training samples to use, where not all.</param>
/// <param name="Seed">The random seed, where it is not to be the tutorial's.</param>
/// <param name="Out">The folder for all that the part writes.</param>
internal sealed record PartOptions(int? Epochs, int? Samples, int? Seed, string Out)
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
    public static (PartOptions? Options, int ExitCode) Parse(string[] args, string part, string about, TextWriter output, TextWriter error)
    {
        var epochs = Number("--epochs", 1, "訓練的 epoch 數(預設同教學) / passes over the training data (default: as in the tutorial)");
        var samples = Number("--samples", FewestSamples,
            "只用前 n 筆訓練資料,測試資料按比例減少,用於快速試跑 / use only the first n training samples, and test samples in proportion: for a quick try");
        var seed = Number("--seed", 0, "隨機種子(預設同教學) / random seed (default: as in the tutorial)");
        var folder = Path.Combine("output", part);
        var place = new Option<string>("--out")
        {
            Description = $"圖片與模型的輸出資料夾(預設 {folder}) / folder for figures and models (default: {folder})",
            HelpName = "folder",
            CustomParser = result => result.Tokens is [{ Value.Length: > 0 } token] ? token.Value : Refuse<string>(result, "--out 需要資料夾名稱 / --out needs the name of a folder"),
        };
        var command = new RootCommand(about) { epochs, samples, seed, place };
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

        if (parsed.Action is not null)
        {
            // --help, --version
            return (null, parsed.Invoke(new InvocationConfiguration { Output = output, Error = error }));
        }

        return (new(parsed.GetValue(epochs), parsed.GetValue(samples), parsed.GetValue(seed), parsed.GetValue(place) ?? folder), 0);
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
}

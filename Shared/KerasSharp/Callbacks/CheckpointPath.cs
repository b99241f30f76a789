using System.Text.RegularExpressions;
using KerasSharp.Python;

namespace KerasSharp.Callbacks;

/// <summary>Fills in a file name as Python's <c>str.format</c> does: <c>{epoch:02d}-{val_loss:.2f}.h5</c>; <c>{{</c> is a brace.</summary>
internal static partial class CheckpointPath
{
    /// <summary>The name for an epoch and, if not null, a batch, both counted from 1.</summary>
    /// <exception cref="KeyError">A name is in neither; in Keras's words.</exception>
    public static string Format(string template, int epoch, int? batch, Logs logs) => Field().Replace(template, match =>
    {
        if (match.Value is "{{" or "}}")
        {
            return match.Value[..1];
        }

        var name = match.Groups["name"].Value;
        object value = name switch
        {
            "epoch" => epoch,
            "batch" when batch is not null => batch,
            _ when logs.TryGetValue(name, out var number) => number,
            _ => throw new KeyError($"'Failed to format this callback filepath: \"{template}\". Reason: \\'{name}\\''"),
        };
        return PythonFormat.Format(value, match.Groups["spec"].Value);
    });

    [GeneratedRegex(@"\{\{|\}\}|\{(?<name>[^{}:]*)(:(?<spec>[^{}]*))?\}")]
    private static partial Regex Field();
}

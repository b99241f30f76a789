using System.Text.Json;
using KerasSharp.Callbacks;
using KerasSharp.Models;
using KerasSharp.TestSupport;
using NumSharp;

namespace KerasSharp.Tests.Callbacks;

/// <summary>A call of <c>fit</c> with the arguments of a golden case; what a case does not give has its default.</summary>
internal sealed class FitCall(JsonElement args)
{
    private static readonly string[] Known =
    [
        "batch_size", "epochs", "verbose", "shuffle", "initial_epoch", "steps_per_epoch", "validation_split", "validation_steps", "validation_batch_size",
        "validation_freq", "class_weight", "sample_weight",
    ];

    public bool? Shuffle { get; init; }

    public History Run(Model model, (NDArray x, NDArray y) data, ValidationData? validation, IEnumerable<Callback>? callbacks = null, int? verbose = null)
    {
        Assert.Empty(args.EnumerateObject().Select(p => p.Name).Except(Known));
        return model.fit(
            data.x, data.y, Int("batch_size"), Int("epochs") ?? 1, verbose ?? Verbose(), callbacks, Number("validation_split") ?? 0, validation, ShuffleMode(),
            ClassWeight(), RealCalls.Weights(args), Int("initial_epoch") ?? 0, Int("steps_per_epoch"), Int("validation_steps"), Int("validation_batch_size"),
            ValidationFreq());
    }

    public History Run(
        Model model, IEnumerable<(NDArray x, NDArray y)> data, ValidationData? validation, IEnumerable<Callback>? callbacks = null, int? verbose = null)
    {
        Assert.Empty(args.EnumerateObject().Select(p => p.Name).Except(["epochs", "steps_per_epoch", "verbose"]));
        return model.fit(data, Int("epochs") ?? 1, verbose ?? Verbose(), callbacks, validation, 0, Int("steps_per_epoch"));
    }

    /// <summary>An integer argument; null if the case does not give it.</summary>
    public int? Int(string name) => args.TryGetProperty(name, out var value) ? value.GetInt32() : null;

    /// <summary>The argument <c>verbose</c>.</summary>
    public Verbosity Verbose() => !args.TryGetProperty("verbose", out var v) ? default : v.ValueKind == JsonValueKind.String ? v.GetString()! : v.GetInt32();

    private double? Number(string name) => args.TryGetProperty(name, out var value) ? value.GetDouble() : null;

    private ShuffleMode ShuffleMode() => Shuffle is { } fixedly ? fixedly
        : !args.TryGetProperty("shuffle", out var shuffle) ? default
        : shuffle.ValueKind == JsonValueKind.String ? shuffle.GetString()! : shuffle.GetBoolean();

    private ValidationFrequency ValidationFreq() => !args.TryGetProperty("validation_freq", out var frequency) ? default
        : frequency.ValueKind == JsonValueKind.Array ? frequency.EnumerateArray().Select(e => e.GetInt32()).ToArray() : frequency.GetInt32();

    private Dictionary<int, float>? ClassWeight() => args.TryGetProperty("class_weight", out var weights)
        ? weights.EnumerateObject().ToDictionary(p => int.Parse(p.Name), p => p.Value.GetSingle())
        : null;
}

using System.Text.Json;
using KerasSharp.Callbacks;
using KerasSharp.Tests.Utils;
using KerasSharp.TestSupport;

namespace KerasSharp.Tests.Callbacks;

/// <summary>The callbacks that golden cases name, made by reflection from class and arguments; their files go into the test's own folder.</summary>
internal static class GoldenCallbacks
{
    private static readonly string[] PathArguments = ["filepath", "filename"];

    /// <summary>The reason why a case's callbacks cannot be made yet; null if they can.</summary>
    public static string? WaitsFor(JsonElement callbacks) => callbacks.EnumerateArray().Select(One).FirstOrDefault(reason => reason is not null);

    /// <summary>A case's callbacks.</summary>
    public static Callback[] Create(JsonElement callbacks, TemporaryFolder folder) => [.. callbacks.EnumerateArray().Select(c => One(c, folder))];

    /// <summary>A text as it would be if the run stood in the folder, as the golden runs did: their paths are relative, here they are whole.</summary>
    public static string InFolder(string text, TemporaryFolder folder) =>
        text.Replace(folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);

    private static string? One(JsonElement c)
    {
        var name = c.GetProperty("class").GetString();
        var path = c.GetProperty("args").TryGetProperty("filepath", out var filepath) ? filepath.GetString()! : "m.h5";
        return name == "LearningRateScheduler" ? null
            : path.EndsWith(".keras", StringComparison.Ordinal) ? "no files of the .keras kind yet"
            : !path.EndsWith(".h5", StringComparison.Ordinal) ? "TensorFlow's own checkpoints are not supported"
            : GoldenArguments.Missing("callbacks." + name);
    }

    private static Callback One(JsonElement c, TemporaryFolder folder)
    {
        var arguments = GoldenArguments.Of(c);
        foreach (var path in PathArguments.Where(arguments.ContainsKey))
        {
            arguments[path] = folder[(string)arguments[path]!];
        }

        return c.TryGetProperty("schedule", out var schedule)
            ? Scheduler(schedule, Convert.ToInt32(arguments["verbose"]))
            : (Callback)GoldenArguments.Create("callbacks." + c.GetProperty("class").GetString(), arguments);
    }

    private static LearningRateScheduler Scheduler(JsonElement schedule, int verbose)
    {
        if (schedule.ValueKind == JsonValueKind.String)
        {
            Assert.Equal("rate * 0.5", schedule.GetString());
            return keras.callbacks.LearningRateScheduler((_, rate) => rate * 0.5, verbose);
        }

        double Number(string name) => schedule.GetProperty(name).GetDouble();
        double Table(int epoch) => schedule.GetProperty("values")[epoch].GetDouble();
        return schedule.GetProperty("kind").GetString() switch
        {
            "table" => keras.callbacks.LearningRateScheduler((epoch, _) => Table(epoch), verbose),
            "table, one argument" => keras.callbacks.LearningRateScheduler(epoch => Table(epoch), verbose),
            "multiply" => keras.callbacks.LearningRateScheduler(
                (epoch, rate) => epoch > 0 && epoch % (int)Number("every") == 0 ? rate * Number("factor") : rate, verbose),
            "exponential" => keras.callbacks.LearningRateScheduler(
                (epoch, rate) => epoch < Number("from") ? rate : rate * Math.Exp(-Number("rate")), verbose),
            var kind => throw new NotSupportedException($"A schedule of the kind {kind}."),
        };
    }
}

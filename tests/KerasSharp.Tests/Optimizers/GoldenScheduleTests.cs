using KerasSharp.Optimizers.Schedules;
using KerasSharp.TestSupport;

namespace KerasSharp.Tests.Optimizers;

/// <summary>Every learning rate schedule, made by reflection from the class and arguments of each case of schedules.json.</summary>
public class GoldenScheduleTests
{
    private static readonly GoldenCases Golden = new(
        "schedules.json", "cases", waitsFor: (_, c) => GoldenArguments.Missing("optimizers.schedules." + c.GetProperty("class").GetString()));

    public static TheoryData<string> Cases => new(Golden.Names);

    [Theory, MemberData(nameof(Cases))]
    public void A_schedule_gives_Keras_rates(string name) => Golden.Run(name, c =>
    {
        var schedule = (LearningRateSchedule)GoldenArguments.Create("optimizers.schedules." + c.GetProperty("class").GetString(), GoldenArguments.Of(c));
        GoldenConfig.Same(c.GetProperty("config"), schedule.get_config());
        var rates = c.GetProperty("learning_rates");
        var steps = c.GetProperty("steps").EnumerateArray().Select(s => s.GetInt64()).ToArray();
        for (var i = 0; i < steps.Length; i++)
        {
            var want = GoldenFile.Number(rates.ValueKind == System.Text.Json.JsonValueKind.Array ? rates[i] : rates.GetProperty("data")[i]);
            Assert.Equal(want, schedule.call(steps[i]), Math.Max(1e-9, 1e-5 * Math.Abs(want)));
        }
    });
}

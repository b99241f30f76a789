using KerasSharp.matplotlib;

namespace KerasSharp.Tests;

/// <summary>Ticks as matplotlib 3 sets them: the labels are read off its own figures, or follow from its documented steps 1, 2, 2.5, 5, 10.</summary>
public class TickTests
{
    [Theory]
    [InlineData(-0.75, 15.75, 9, "0 2 4 6 8 10 12 14")]
    [InlineData(0.8908, 1.0046, 9, "0.90 0.92 0.94 0.96 0.98 1.00")]
    [InlineData(-0.0146, 0.3868, 9, "0.00 0.05 0.10 0.15 0.20 0.25 0.30 0.35")]
    [InlineData(0, 1, 5, "0.0 0.2 0.4 0.6 0.8 1.0")]
    [InlineData(0, 1124, 9, "0 200 400 600 800 1000")]
    [InlineData(-0.5, 27.5, 5, "0 10 20")]
    [InlineData(-1, 1, 9, "−1.00 −0.75 −0.50 −0.25 0.00 0.25 0.50 0.75 1.00")]
    [InlineData(2.7, 3.3, 9, "2.7 2.8 2.9 3.0 3.1 3.2 3.3")]
    [InlineData(1000, 1001, 5, "1000.0 1000.2 1000.4 1000.6 1000.8 1001.0")]
    public void Round_numbers_with_as_many_decimals_as_tell_them_apart(double low, double high, int intervals, string labels)
    {
        var ticks = MaxNLocator.Ticks(low, high, intervals);
        var (texts, power) = ScalarFormatter.Format(ticks, low, high);
        Assert.Equal("", power);
        Assert.Equal(labels.Split(' '), texts.Zip(ticks).Where(tick => tick.Second >= low - 1e-9 && tick.Second <= high + 1e-9).Select(tick => tick.First));
    }

    [Theory]
    [InlineData(0, 3e6, "0.0 0.5 1.0 1.5 2.0 2.5 3.0", "1e6")]
    [InlineData(0, 2.1e-5, "0.0 0.5 1.0 1.5 2.0", "1e−5")]
    [InlineData(0, 400000, "0 100000 200000 300000 400000", "")]
    public void A_power_of_ten_is_taken_out_of_very_large_and_small_numbers(double low, double high, string labels, string power)
    {
        var (texts, found) = ScalarFormatter.Format(MaxNLocator.Ticks(low, high, power == "" ? 4 : 7), low, high);
        Assert.Equal(power, found);
        Assert.StartsWith(labels, string.Join(' ', texts));
    }

    [Fact]
    public void A_view_has_a_margin_of_a_twentieth_but_for_pictures_and_the_foot_of_bars()
    {
        var line = Pictures.Single().Axes;
        line.plot([0.0, 10]);
        Assert.Equal(((-0.05, 1.05), (-0.5, 10.5)), (line.get_xlim(), line.get_ylim()));
        var bars = Pictures.Single().Axes;
        bars.bar(new[] { 0, 1 }, new[] { 2.0, 4 });
        Assert.Equal((0, 4.2), bars.get_ylim());
        var picture = Pictures.Single().Axes;
        picture.imshow(new double[3, 5]);
        Assert.Equal(((-0.5, 4.5), (2.5, -0.5)), (picture.get_xlim(), picture.get_ylim()));
        var empty = Pictures.Single().Axes;
        Assert.Equal(((0, 1), (0, 1)), (empty.get_xlim(), empty.get_ylim()));
        var one = Pictures.Single().Axes;
        one.plot([0.0]);
        Assert.Equal(-0.055, one.get_ylim().bottom, 12);
        Assert.Equal(0.055, one.get_ylim().top, 12);
    }

    [Fact]
    public void Limits_and_ticks_set_by_hand_stay()
    {
        var axes = Pictures.Single().Axes;
        axes.plot([1.0, 2]);
        axes.set_ylim(top: 5);
        axes.set_xticks([0, 1], ["甲", "乙"], rotation: 45);
        Assert.Equal((0.95, 5), axes.get_ylim());
        Assert.Equal(["甲", "乙"], axes.X.VisibleTicks(100).Texts);
        Assert.Throws<ValueError>(() => axes.set_xlim(3, 3));
        Assert.Throws<ValueError>(() => axes.set_xlim(double.NaN, 3));
        Assert.Throws<ValueError>(() => axes.set_xticks(new[] { 0, 1 }, ["甲"]));
    }
}

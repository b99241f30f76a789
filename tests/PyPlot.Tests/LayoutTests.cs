using KerasSharp.matplotlib;
using SkiaSharp;
using static KerasSharp.builtins;
using sns = KerasSharp.seaborn;

namespace KerasSharp.Tests;

/// <summary>The tutorial's figures: nothing is cut off, nothing meets.</summary>
public class LayoutTests
{
    [Theory]
    [InlineData(50)]
    [InlineData(100)]
    public void A_grid_of_pictures_with_titles(double dpi)
    {
        var (figure, axes) = Pictures.Grid(4, 5, (15, 12), dpi);
        foreach (var (i, ax) in enumerate(axes.flat))
        {
            ax.imshow(new byte[28, 28], cmap: "gray");
            ax.set_title($"真實: {i} | 預測: {i}\n信心度: {99.987:.1f}%", color: i % 3 == 0 ? "red" : "green", fontsize: 9);
            ax.axis("off");
        }
        figure.suptitle("LeNet-5 預測結果(綠色=正確,紅色=錯誤)", fontsize: 16, fontweight: "bold");
        figure.tight_layout();
        Check(figure);
    }

    [Fact]
    public void A_large_grid_with_labels_at_the_side()
    {
        var (figure, axes) = Pictures.Grid(10, 10, (15, 15), 60);
        foreach (var ax in axes.flat)
        {
            ax.imshow(new byte[32, 32, 3]);
            ax.set_xticks([]);
            ax.set_yticks([]);
        }
        for (var row = 0; row < 10; row++)
            axes[row, 0].set_ylabel("automobile\n汽車", fontsize: 10, fontweight: "bold");
        figure.suptitle("CIFAR-10 影像範例 (每行一個類別)", fontsize: 16);
        figure.tight_layout();
        Check(figure);
    }

    [Fact]
    public void Two_line_charts()
    {
        var (figure, axes) = Pictures.Grid(1, 2, (15, 5), 60);
        foreach (var ax in axes)
        {
            ax.plot([0.895, 0.95, 0.99, 1.0], "b-", label: "訓練準確率", linewidth: 2);
            ax.plot([0.97, 0.98, 0.98, 0.985], "r-", label: "驗證準確率", linewidth: 2);
            ax.set_title("LeNet-5 訓練準確率", fontsize: 14, fontweight: "bold");
            ax.set_xlabel("Epoch");
            ax.set_ylabel("準確率");
            ax.legend();
            ax.grid(true, alpha: 0.3);
        }
        figure.tight_layout();
        Check(figure);
    }

    [Fact]
    public void A_heatmap_with_its_colour_bar()
    {
        var (figure, axes) = Pictures.Single(10, 8, 60);
        sns.heatmap(new long[10, 10], annot: true, fmt: "d", cmap: "Blues", xticklabels: range(10), yticklabels: range(10), ax: axes);
        axes.set_title("LeNet-5 混淆矩陣", fontsize: 16, fontweight: "bold");
        axes.set_xlabel("預測標籤");
        axes.set_ylabel("真實標籤");
        Check(figure);
    }

    [Fact]
    public void Margins_grow_for_what_would_be_cut_off()
    {
        var (figure, axes) = Pictures.Single(2, 1.5, 60);
        axes.plot([123456.0, 654321]);
        axes.set_ylabel("a label\nin two lines");
        axes.set_xlabel("x", fontsize: 20);
        axes.set_title("title", fontsize: 24);
        Check(figure);
    }

    [Fact]
    public void Colour_bars_twins_and_powers_of_ten_have_their_room()
    {
        var (figure, axes) = Pictures.Grid(1, 3, (15, 4), 60);
        var points = axes[0].scatter(new[] { 1.0, 2 }, new[] { 1e7, 3e7 }, c: new[] { 0.1, 0.9 });
        axes[0].set_title("a title over a power of ten", loc: "left");
        figure.colorbar(points, ax: axes[0]).set_ylabel("values");
        axes[1].plot([1.0, 2]);
        var twin = axes[1].twinx();
        twin.plot([1000.0, 2000], "r");
        twin.set_ylabel("right");
        axes[2].set_ylabel("beside it");
        figure.tight_layout();
        Check(figure);
        Assert.Equal(axes[1].get_xlim(), twin.get_xlim());
        Assert.Equal(5, Pictures.Layout(figure).Axes.Count);
    }

    [Theory]
    [InlineData(new[] { 0.0, 1, 2, 3 }, "upper left")]
    [InlineData(new[] { 3.0, 2, 1, 0 }, "upper right")]
    public void The_best_place_of_a_legend_covers_no_line(double[] line, string place)
    {
        Assert.Equal(Legend(line, place), Legend(line, "best"));

        SKRectI Legend(double[] values, string loc)
        {
            using var with = Draw(values, loc);
            using var without = Draw(values, null);
            var (left, top, right, bottom) = (with.Width, with.Height, 0, 0);
            for (var i = 0; i < with.Width * with.Height; i++)
            {
                var (x, y) = (i % with.Width, i / with.Width);
                if (with.GetPixel(x, y) != without.GetPixel(x, y))
                    (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x), Math.Max(bottom, y));
            }
            return new(left, top, right, bottom);
        }

        SKBitmap Draw(double[] values, string? loc)
        {
            var (figure, axes) = Pictures.Single();
            axes.plot(values, label: "line");
            if (loc is not null)
                axes.legend(loc);
            return Pictures.Draw(figure);
        }
    }

    [Fact]
    public void A_legend_of_unknown_place_lists_the_places()
        => Assert.Contains("'upper right'", Assert.Throws<ValueError>(() => Pictures.Single().Axes.legend("north")).Message);

    /// <summary>Every text lies in the figure and touches no other text and no frame of other axes; no ink touches the figure's edge.</summary>
    private static void Check(Figure figure)
    {
        var (width, height) = figure.Pixels(figure.dpi);
        var layout = Pictures.Layout(figure);
        var sheet = new SKRect(0, 0, width, height);
        var texts = layout.Axes.SelectMany(axes => axes.Texts).Select(text => text.Bounds).ToList();
        if (layout.Suptitle is { } suptitle)
            texts.Add(suptitle.Bounds);
        Assert.All(texts, text => Assert.True(sheet.Contains(text), $"{text} is not in the figure of {width}x{height}"));
        for (var i = 0; i < texts.Count; i++)
        {
            for (var j = 0; j < i; j++)
                Assert.False(texts[i].IntersectsWith(texts[j]), $"{texts[i]} meets {texts[j]}");
            Assert.All(layout.Axes, axes => Assert.False(axes.Frame.IntersectsWith(texts[i]), $"{texts[i]} lies on the frame {axes.Frame}"));
        }
        using var bitmap = Pictures.Draw(figure);
        var ink = Pictures.Ink(bitmap);
        Assert.True(ink is { Left: > 0, Top: > 0 } && ink.Right < width && ink.Bottom < height, $"ink {ink} touches the edge of {width}x{height}");
    }
}

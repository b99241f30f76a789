using System.Text;
using KerasSharp.matplotlib;
using SkiaSharp;

namespace KerasSharp.Tests;

public class TextTests
{
    private static readonly TextStyle Plain = new(20);
    private static readonly FontSet Quiet = FontFinder.Find(new FontHint(TextWriter.Null));

    [Theory]
    [InlineData("LeNet-5 訓練準確率")]
    [InlineData("真實: 7 | 預測: 7\n信心度: 100.0%")]
    [InlineData("gjpqy ÄÖÜ ✓")]
    public void All_ink_lies_in_the_measured_box(string text)
    {
        if (text.Any(character => character > 0x2E80))
            Pictures.NeedChinese();
        foreach (var rotation in new[] { 0, 90, 30 })
        {
            var block = new TextBlock(text, Plain with { Rotation = rotation }, 1, FontSet.Default);
            using var bitmap = new SKBitmap(600, 600);
            using var canvas = new SKCanvas(bitmap);
            canvas.Clear(SKColors.White);
            block.Draw(canvas, 300, 300, HorizontalAlign.Center, VerticalAlign.Center);
            var ink = Pictures.Ink(bitmap);
            var box = block.Bounds(300, 300, HorizontalAlign.Center, VerticalAlign.Center);
            Assert.False(ink.IsEmpty);
            Assert.True(ink.Left >= box.Left - 2 && ink.Top >= box.Top - 2 && ink.Right <= box.Right + 2 && ink.Bottom <= box.Bottom + 2, $"{rotation}°: {ink} in {box}");
            if (rotation != 30)
                Assert.True(ink.Width > box.Width - 8 && ink.Height > box.Height - 14, $"{rotation}°: {ink} fills {box}");
        }
    }

    [Fact]
    public void Chinese_characters_differ_and_are_no_boxes()
    {
        Pictures.NeedChinese();
        var shapes = "訓練集範例驗證準確率損失值混淆矩陣".Distinct().Select(character => Shape(character.ToString(), bold: false)).ToArray();
        Assert.Equal(shapes.Length, shapes.Distinct().Count());
        // An unassigned character is what every font draws as its box.
        Assert.DoesNotContain(Shape("\uFFFE", bold: false), shapes);
    }

    [Fact]
    public void Bold_has_more_ink()
    {
        foreach (var text in FontSet.Default.HasChinese ? new[] { "Epoch", "訓練" } : ["Epoch"])
            Assert.True(Shape(text, bold: true).Count(pixel => pixel == '#') > 1.1 * Shape(text, bold: false).Count(pixel => pixel == '#'), text);
    }

    [Fact]
    public void Each_character_takes_a_font_that_has_it()
    {
        foreach (var rune in "A7✓%".EnumerateRunes())
            Assert.True(FontSet.Default.For(rune, false).Typeface.ContainsGlyph(rune.Value), rune.ToString());
    }

    [Fact]
    public void Without_a_font_a_figure_is_drawn_and_a_hint_given_once()
    {
        using var said = new StringWriter();
        var none = new FontSet([], [], _ => null, new FontHint(said));
        var (figure, axes) = Pictures.Single();
        axes.plot([1.0, 2], label: "訓練");
        axes.set_title("標題");
        axes.legend();
        figure.tight_layout();
        using var bitmap = Pictures.Draw(figure, none);
        Assert.False(Pictures.Ink(bitmap).IsEmpty);
        var hint = Assert.Single(said.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("pyplot: no font on this machine has the character", hint);
        Assert.Contains(FontFinder.Variable, hint);
    }

    [Theory]
    [InlineData("ID=ubuntu\nID_LIKE=debian", "sudo apt install fonts-noto-cjk")]
    [InlineData("ID=debian", "sudo apt install fonts-noto-cjk")]
    [InlineData("ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"", "sudo dnf install google-noto-sans-cjk-fonts")]
    [InlineData("ID=arch", "sudo pacman -S noto-fonts-cjk")]
    [InlineData("ID=alpine", "sudo apk add font-noto-cjk")]
    [InlineData("", "fonts-noto-cjk on Debian")]
    public void The_hint_names_the_package_of_this_system(string release, string cure)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Windows and macOS have other words");
        Assert.Contains(cure, FontHint.Cure(release));
    }

    [Fact]
    public void A_simplified_font_is_not_taken_for_a_traditional_one()
    {
        using var empty = SKTypeface.CreateDefault();
        Assert.Equal("訓練預測".All(character => empty.ContainsGlyph(character)), FontFinder.HasChinese(empty));
    }

    [Theory]
    [InlineData("large", 12)]
    [InlineData("x-small", 6.94)]
    public void Words_are_sizes(string word, double points) => Assert.Equal(points, ((FontSize)word).Points!.Value, 10);

    [Fact]
    public void Unknown_sizes_and_weights_list_the_known_ones()
    {
        Assert.Contains("'xx-large'", Assert.Throws<ValueError>(() => (FontSize)"huge").Message);
        Assert.Throws<ValueError>(() => (FontSize)0);
        Assert.Contains("'bold'", Assert.Throws<ValueError>(() => (FontWeight)"fat").Message);
        Assert.True(((FontWeight)700).IsBold);
        Assert.False(((FontWeight)"normal").IsBold);
    }

    /// <summary>A text's picture as characters, so that two can be compared.</summary>
    private static string Shape(string text, bool bold)
    {
        using var bitmap = new SKBitmap(120, 60);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        new TextBlock(text, new(30, bold), 1, Quiet).Draw(canvas, 60, 30, HorizontalAlign.Center, VerticalAlign.Center);
        var shape = new StringBuilder();
        for (var i = 0; i < bitmap.Width * bitmap.Height; i++)
            shape.Append(bitmap.GetPixel(i % bitmap.Width, i / bitmap.Width).Red < 128 ? '#' : ' ');
        return shape.ToString();
    }
}

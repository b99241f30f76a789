using System.Text;
using KerasSharp.Python;
using NumSharp;
using static KerasSharp.builtins;

namespace KerasSharp.Tests.Python;

public class PythonStringTests
{
    [Fact]
    public void An_f_string_of_the_tutorial_prints_as_in_Python()
    {
        var (digit, count, test_loss, test_accuracy, name, zh) = (3, 6131, 0.038912345, 0.98765, "cat", "貓");
        Assert.Equal("  數字 3: 6,131 張\n", Printed(() => print($"  數字 {digit}: {count:,} 張")));
        Assert.Equal("測試集損失: 0.0389\n", Printed(() => print($"測試集損失: {test_loss:.4f}")));
        Assert.Equal("測試集準確率: 98.77%\n", Printed(() => print($"測試集準確率: {test_accuracy * 100:.2f}%")));
        Assert.Equal("  cat          (貓): 5,000 張\n", Printed(() => print($"  {name:12s} ({zh}): {5000:,} 張")));
    }

    [Fact]
    public void Shapes_dtypes_and_scalars_of_arrays_print_as_in_Python()
    {
        var X_train = new NDArray(new byte[2 * 3 * 4]).reshape(2, 3, 4);
        var y_train = new NDArray(new byte[] { 5, 0, 4 });
        var proc = new NDArray(new float[] { 0, 0.5f, 1 });
        Assert.Equal("訓練集影像形狀: (2, 3, 4)\n", Printed(() => print($"訓練集影像形狀: {X_train.shape}")));
        Assert.Equal("訓練集標籤形狀: (3,)\n", Printed(() => print($"訓練集標籤形狀: {y_train.shape}")));
        Assert.Equal("資料類型: uint8\n", Printed(() => print($"資料類型: {X_train.dtype}")));
        Assert.Equal("像素值範圍: 0 ~ 5\n", Printed(() => print($"像素值範圍: {y_train.min()} ~ {y_train.max()}")));
        Assert.Equal(" 像素值範圍: [0.00, 1.00]\n", Printed(() => print($" 像素值範圍: [{proc.min():.2f}, {proc.max():.2f}]")));
        Assert.Equal("Label: 5\n", Printed(() => print($"Label: {y_train[0]}")));
        Assert.Equal("通道數: 4 (RGB)\n", Printed(() => print($"通道數: {X_train.shape[2]} (RGB)")));
    }

    [Fact]
    public void Bools_None_shapes_and_containers_print_as_in_Python()
    {
        string? nothing = null;
        TensorShape shape = [null, 28, 28];
        Assert.Equal("GPU 可用: False\n", Printed(() => print($"GPU 可用: {new List<int>().Count > 0}")));
        Assert.Equal("None (None, 28, 28)\n", Printed(() => print($"{nothing} {shape}")));
        Assert.Equal("['a', 'b'] (1, 'c') {'loss': 0.5}\n", Printed(() => print($"{new[] { "a", "b" }} {(1, "c")} {new Dictionary<string, double> { ["loss"] = 0.5 }}")));
    }

    [Fact]
    public void A_plain_text_a_constant_one_and_any_object_are_taken()
    {
        const string Constant = $"✓ 模型{"編譯"}完成";
        Assert.Equal("a\n", Printed(() => print("a")));
        Assert.Equal("✓ 模型編譯完成\n", Printed(() => print(Constant)));
        Assert.Equal("✓\n", Printed(() => print($"✓")));
        Assert.Equal("\n", Printed(() => print()));
        Assert.Equal("None\n", Printed(() => print((object?)null)));
        Assert.Equal("1.0\n", Printed(() => print(1.0)));
        Assert.Equal("[[0 1]\n [2 3]]\n", Printed(() => print(np.arange(4).reshape(2, 2))));
        Assert.Equal("[1.5, 2.0]\n", Printed(() => print(new List<double> { 1.5, 2 })));
        Assert.Equal("range(0, 10)\n", Printed(() => print(range(10))));
    }

    [Fact]
    public void Several_values_stand_side_by_side_and_texts_are_never_taken_for_the_end()
    {
        Assert.Equal("a b\n", Printed(() => print("a", "b")));
        Assert.Equal("a b c\n", Printed(() => print("a", "b", "c")));
        Assert.Equal("loss: 0.50 1 True (2,)\n", Printed(() => print("loss:", $"{0.5:.2f}", 1, true, new[] { 2 })));
        Assert.Equal("1 2.0 x y 3\n", Printed(() => print(1, 2.0, "x", "y", 3)));
        Assert.Equal("1-2!", Printed(() => print(1, 2, sep: "-", end: "!")));
        Assert.Equal("epoch 1...", Printed(() => print($"epoch {1}", end: "...", flush: true)));
    }

    [Fact]
    public void A_parameter_of_this_type_takes_plain_and_interpolated_texts()
    {
        static string set_title(PythonString title = default, int size = 0) => title.is_given ? title.ToString() : "none";
        var confidence = 99.96f;
        Assert.Equal("none", set_title());
        Assert.Equal("訓練損失", set_title("訓練損失"));
        Assert.Equal("信心度: 100.0%", set_title($"信心度: {confidence:.1f}%"));
        Assert.Equal("{0}", set_title($"{{{0}}}"));
        Assert.Equal("0.50", str($"{0.5:.2f}"));
    }

    [Fact]
    public void Output_goes_to_the_writer_of_the_calling_code_only()
    {
        var other = new StringWriter();
        var mine = Printed(() =>
        {
            var thread = new Thread(() => print("from a thread that this code starts"));
            thread.Start();
            thread.Join();
            print("elsewhere", file: other);
        });
        Assert.Equal("from a thread that this code starts\n", mine);
        Assert.Equal("elsewhere\n", other.ToString());
    }

    [Fact]
    public void A_text_repeats() => Assert.Equal(new StringBuilder().Insert(0, "=-", 30).ToString(), "=-" * 30);

    private static string Printed(Action action)
    {
        var writer = new StringWriter();
        using (PythonConsole.Redirect(writer))
        {
            action();
        }

        return writer.ToString();
    }
}

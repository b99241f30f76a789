using KerasSharp.Python;
using KerasSharp.TestSupport;
using NumSharp;
using static KerasSharp.builtins;

namespace KerasSharp.Tests.Numpy;

/// <summary>
/// The NumPy lines of the tutorial's first two parts: each Python line as a comment, its C# twin below it.
/// The data are drawn; what a line must give is worked out by plain loops.
/// </summary>
[Collection("np.random")]
public class TutorialLinesTests
{
    private readonly byte[] pixels = Array.ConvertAll(new Lcg(1).Integers(256, 200 * 28 * 28), v => (byte)v);
    private readonly byte[] labels = Array.ConvertAll(new Lcg(2).Integers(10, 200), v => (byte)v);

    private NDArray X_train => new NDArray(pixels).reshape(200, 28, 28);

    private NDArray y_train => new(labels);

    [Fact]
    public void Statistics_of_the_data_set()
    {
        // unique, counts = np.unique(y_train, return_counts=True)
        // for digit, count in zip(unique, counts):
        //     print(f"  數字 {digit}: {count:,} 張")
        var printed = Printed(() =>
        {
            var (unique, counts) = np.unique(y_train, return_counts: true);
            foreach (var (digit, count) in zip(unique, counts))
            {
                print($"  數字 {digit}: {count:,} 張");
            }
        });
        var expected = labels.GroupBy(v => v).OrderBy(g => g.Key).Select(g => $"  數字 {g.Key}: {g.Count()} 張\n");
        Assert.Equal(string.Concat(expected), printed);

        // print(f"像素值範圍: {X_train.min()} ~ {X_train.max()}")
        Assert.Equal($"像素值範圍: {pixels.Min()} ~ {pixels.Max()}\n", Printed(() => print($"像素值範圍: {X_train.min()} ~ {X_train.max()}")));

        // print("\n" + "=" * 60)
        Assert.Equal("\n" + new string('=', 60) + "\n", Printed(() => print("\n" + "=" * 60)));
    }

    [Fact]
    public void Names_by_label()
    {
        string[] class_names = ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"];

        // y_train_flat = y_train.flatten()
        var column = y_train.reshape(-1, 1);
        var y_train_flat = column.flatten();
        Assert.Equal("(200,)", str(y_train_flat.shape));

        // print(f"標籤: {y_train[sample_idx][0]} ({class_names[y_train[sample_idx][0]]})")
        var sample_idx = 3;
        Assert.Equal(
            $"標籤: {labels[3]} ({class_names[labels[3]]})\n",
            Printed(() => print($"標籤: {column[sample_idx][0]} ({class_names[(int)column[sample_idx][0]]})")));
    }

    [Fact]
    public void Where_a_digit_is()
    {
        // indices = np.where(y_train == i)[0]
        // idx = indices[j]
        // ax.imshow(X_train[idx], cmap='gray')
        var i = labels[7];
        var indices = np.where(y_train == i)[0];
        var expected = Enumerable.Range(0, labels.Length).Where(n => labels[n] == i).ToArray();
        Assert.Equal(expected.Select(n => (long)n), indices.ToArray<long>());
        var idx = indices[1];
        Assert.Equal(pixels[(expected[1] * 784)..((expected[1] + 1) * 784)], X_train[idx].ToArray<byte>());
    }

    [Fact]
    public void Part_of_an_image()
    {
        // print(X_train[sample_idx][:5, :5])
        var rows = Enumerable.Range(0, 5).Select(r => $"[{string.Join(' ', Enumerable.Range(0, 5).Select(c => $"{pixels[(r * 28) + c],3}"))}]");
        Assert.Equal($"[{string.Join("\n ", rows)}]\n", Printed(() => print(X_train[0][":5, :5"])));

        // print(f" R 通道: {X_train[sample_idx][:,:,0].min()} ~ …"); mean_r = X_train[:,:,:,0].mean() / 255; std_r = X_train[:,:,:,0].std() / 255
        var colour = new NDArray(pixels).reshape(-1, 4, 4, 2);
        var red = pixels.Where((_, n) => n % 2 == 0).Select(v => (double)v).ToArray();
        var mean = red.Average();
        var mean_r = colour[":,:,:,0"].mean() / 255;
        var std_r = colour[":,:,:,0"].std() / 255;
        Assert.Equal(mean / 255, (double)mean_r, 1e-12);
        Assert.Equal(Math.Sqrt(red.Average(v => (v - mean) * (v - mean))) / 255, (double)std_r, 1e-12);
        Assert.Equal(pixels.Take(32).Where((_, n) => n % 2 == 0).Max(), (byte)colour[0][":,:,0"].max());
        Assert.Equal($"  均值 (Mean): [{mean / 255:F4}]\n", Printed(() => print($"  均值 (Mean): [{mean_r:.4f}]")));
    }

    [Fact]
    public void Preprocessing()
    {
        // X_train_pad = np.pad(X_train, ((0,0), (2,2), (2,2)), mode='constant', constant_values=0)
        // X_train_pad = X_train_pad.reshape(-1, 32, 32, 1)
        // X_train_pad = X_train_pad.astype('float32') / 255.0
        var X_train_pad = np.pad(X_train, ((0, 0), (2, 2), (2, 2)), mode: "constant", constant_values: 0);
        X_train_pad = X_train_pad.reshape(-1, 32, 32, 1);
        X_train_pad = X_train_pad.astype("float32") / 255.0;
        Assert.Equal("(200, 32, 32, 1) float32", $"{str(X_train_pad.shape)} {str(X_train_pad.dtype)}");

        var got = X_train_pad.ToArray<float>();
        for (var (n, at) = (0, 0); n < 200; n++)
        {
            for (var r = -2; r < 30; r++)
            {
                for (var c = -2; c < 30; c++, at++)
                {
                    var inside = r is >= 0 and < 28 && c is >= 0 and < 28;
                    Assert.Equal(inside ? pixels[(((n * 28) + r) * 28) + c] / 255f : 0f, got[at]);
                }
            }
        }

        // print(f"  像素值範圍: [{X_train_pad.min():.2f}, {X_train_pad.max():.2f}]")
        Assert.Equal("  像素值範圍: [0.00, 1.00]\n", Printed(() => print($"  像素值範圍: [{X_train_pad.min():.2f}, {X_train_pad.max():.2f}]")));
    }

    [Fact]
    public void Predictions()
    {
        // y_pred_classes = np.argmax(y_pred, axis=1)
        var y_pred = new NDArray(new Lcg(3).Uniform(0, 1, 200 * 10)).reshape(200, 10);
        var y_pred_classes = np.argmax(y_pred, axis: 1);
        Assert.Equal("int64", str(y_pred_classes.dtype));

        // indices = np.random.choice(len(X_test), 20, replace=False)
        np.random.seed(42);
        var indices = np.random.choice(range(len(X_train)), 20, replace: false);
        Assert.Equal(20, indices.ToArray<long>().Distinct().Count());

        // for i, ax in enumerate(axes.flat): idx = indices[i]
        foreach (var i in range(20))
        {
            var idx = indices[i];
            var n = (int)idx;

            // img_proc = X_test_proc[idx:idx+1]
            var img_proc = y_pred[$"{idx}:{idx + 1}"];
            Assert.Equal("(1, 10)", str(img_proc.shape));

            // pred_class = np.argmax(pred); true_class = y_test[idx]; confidence = pred[0][pred_class] * 100
            var pred = img_proc;
            var pred_class = np.argmax(pred);
            var true_class = y_train[idx];
            var confidence = pred[0][pred_class] * 100;
            Assert.Equal(y_pred.ToArray<float>().AsSpan(n * 10, 10).ToArray().Max() * 100.0, (double)confidence, 1e-12);

            // color = 'green' if pred_class == true_class else 'red'
            var color = pred_class == true_class ? "green" : "red";
            Assert.Equal(pred_class == labels[n] ? "green" : "red", color);

            // f'真實: {true_class} | 預測: {pred_class}\n信心度: {confidence:.1f}%'
            Assert.Equal($"真實: {labels[n]} | 預測: {pred_class}\n信心度: {(double)confidence:F1}%", str($"真實: {true_class} | 預測: {pred_class}\n信心度: {confidence:.1f}%"));
        }
    }

    [Fact]
    public void The_truth_of_several_elements_is_ambiguous()
    {
        var error = Assert.Throws<ValueError>(() => y_train == 3 ? 1 : 0);
        Assert.Equal("The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()", error.Message);
    }

    [Fact]
    public void Element_types_go_by_name()
    {
        foreach (var dtype in new[] { "bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float16", "float32", "float64" })
        {
            Assert.Equal(dtype, str(y_train.astype(dtype).dtype));
        }

        // The fast way from bytes to floats is NumSharp's own in result, for views and large arrays too.
        Assert.Equal(X_train.astype(np.float32).ToArray<float>(), X_train.astype("float32").ToArray<float>());
        Assert.Equal(X_train[":, ::2, 3"].astype(np.float32).flatten().ToArray<float>(), X_train[":, ::2, 3"].astype("float32").flatten().ToArray<float>());
        var large = new NDArray(new byte[(1 << 21) + 17]) + 7;
        Assert.Equal("7.0 7.0", str($"{str(large.astype("float32").min())} {str(large.astype("float32").max())}"));
        Assert.Equal(X_train["3:9"].astype(np.float32).ToArray<float>(), X_train["3:9"].astype("float32").ToArray<float>()); // a slice without gaps
        Assert.Equal("data type 'float31' not understood", Assert.Throws<TypeError>(() => y_train.astype("float31")).Message);
    }

    [Fact]
    public void Padding_widths_must_fit_the_axes() =>
        Assert.Throws<ValueError>(() => np.pad(X_train, ((1, 1), (1, 1)), mode: "edge"));

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

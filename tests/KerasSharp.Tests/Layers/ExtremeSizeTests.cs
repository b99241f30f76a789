using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.Saving;
using NumSharp;

namespace KerasSharp.Tests.Layers;

/// <summary>Layers with arguments up to the largest int: what they compute is right, or they refuse it with a <see cref="ValueError"/>.</summary>
public class ExtremeSizeTests
{
    private static readonly int[] Windows = [1, 2, 3, 5, 1_100_000, 1 << 30, int.MaxValue];
    private static readonly int[] Steps = [2, 5, 65536, 1 << 30, int.MaxValue - 1, int.MaxValue];
    private static readonly (int Height, int Width)[] Images = [(1, 1), (4, 9), (9, 2)];

    public static TheoryData<string, bool> Kinds => new()
    {
        { "same", false }, { "same", true }, { "valid", false }, { "valid", true },
    };

    [Theory, MemberData(nameof(Kinds))]
    public void A_convolution_is_right_or_refused(string padding, bool acrossWidth)
    {
        var computed = 0;
        foreach (var window in Windows)
        {
            foreach (var (stride, dilation) in Steps.SelectMany(step => new[] { (step, 1), (1, step) }).Append((1, 1)))
            {
                // A window that long costs a second each: a few of them do, on one image and beside a side of 1.
                var isLong = window == 1_100_000;
                foreach (var (height, width) in !isLong ? Images : dilation == 1 && stride is 1 or int.MaxValue ? [(2, 7)] : [])
                {
                    var side = isLong ? 1 : 3;
                    var down = new Axis(height, acrossWidth ? side : window, acrossWidth ? 1 : stride, acrossWidth ? 1 : dilation, padding == "same");
                    var across = new Axis(width, acrossWidth ? window : side, acrossWidth ? stride : 1, acrossWidth ? dilation : 1, padding == "same");
                    computed += Convolve(down, across, padding) ? 1 : 0;
                }
            }
        }

        Assert.True(computed >= (padding == "same" ? 120 : 25), $"{computed} computed");
    }

    [Theory, MemberData(nameof(Kinds))]
    public void A_pooling_is_right_or_refused(string padding, bool acrossWidth)
    {
        var computed = 0;
        foreach (var window in Windows)
        {
            foreach (var stride in Steps.Append(1))
            {
                foreach (var (height, width) in Images)
                {
                    var down = new Axis(height, acrossWidth ? 2 : window, acrossWidth ? 1 : stride, 1, padding == "same");
                    var across = new Axis(width, acrossWidth ? window : 2, acrossWidth ? stride : 1, 1, padding == "same");
                    computed += Pool(down, across, padding) ? 1 : 0;
                }
            }
        }

        Assert.True(computed >= (padding == "same" ? 80 : 20), $"{computed} computed");
    }

    [Fact]
    public void The_dilation_that_killed_the_process_computes()
    {
        var json = keras.Sequential([keras.layers.Conv2D(1, (3, 3), padding: "same", dilation_rate: (1073741824, 1), kernel_initializer: "ones", input_shape: (4, 4, 1))]).to_json();
        var y = keras.models.model_from_json(json).predict(np.ones(new NumSharp.Shape(1, 4, 4, 1)), verbose: 0);
        Assert.Equal([2f, 3, 3, 2], y.ToArray<float>()[..4]);
    }

    [Fact]
    public void A_dilated_window_that_does_not_fit_is_refused()
    {
        var layer = keras.layers.Conv2D(1, (3, 3), dilation_rate: int.MaxValue);
        Assert.Throws<ValueError>(() => layer.compute_output_shape((null, 28, 28, 1)));
        Assert.Throws<ValueError>(() => layer.apply(Tensor.Full(1, 1, 28, 28, 1)));
    }

    [Fact]
    public void Weights_that_no_memory_holds_are_refused_before_they_are_drawn()
    {
        string[] initializers = ["zeros", "ones", "glorot_uniform", "he_normal", "orthogonal"];
        Assert.All(initializers, initializer =>
        {
            Assert.Throws<ValueError>(() => keras.layers.Conv2D(1, (int.MaxValue, 1), padding: "same", kernel_initializer: initializer).apply(Tensor.Full(1, 1, 1, 1, 1)));
            Assert.Throws<ValueError>(() => keras.layers.Dense(int.MaxValue, kernel_initializer: initializer).apply(Tensor.Full(1, 1, 1)));
            Assert.Throws<ValueError>(() => keras.layers.Dense(1 << 20, kernel_initializer: initializer).apply(Tensor.Full(1, 1, 1 << 20)));
        });
    }

    [Theory]
    [InlineData(0, 5, 8, 2)]
    [InlineData(2, 5, 8, 0)]
    [InlineData(0, 5, 3, 0)]
    [InlineData(2, 0, 8, 1)]
    [InlineData(2, 5, 0, 1)]
    public void Inputs_without_elements_compute_or_are_refused(int batch, int height, int width, int channels)
    {
        Layer[] layers = [keras.layers.Conv2D(2, 3, padding: "same", use_bias: false), keras.layers.Conv2D(2, 2, strides: 2), keras.layers.MaxPooling2D(), keras.layers.AveragePooling2D(3, 1, "same"), keras.layers.Flatten()];
        Assert.All(layers, layer =>
        {
            using var tape = new GradientTape().start();
            var x = new Variable(Tensor.Full(1, batch, height, width, channels));
            Tensor y;
            try
            {
                y = layer.apply(x);
            }
            catch (ValueError)
            {
                Assert.True(height == 0 || width == 0);
                return;
            }

            Assert.All(y.ToArray<float>(), value => Assert.Equal(0, value));
            Assert.Equal(x.shape, tape.gradient(keras.ops.sum(y), [x])[0]!.shape);
        });
    }

    [Fact]
    public void Features_above_the_largest_int_are_refused()
    {
        var flatten = keras.layers.Flatten();
        Assert.Contains("(None, 65536, 65536, 1)", Assert.Throws<ValueError>(() => flatten.compute_output_shape((null, 65536, 65536, 1))).Message);
        Assert.Throws<ValueError>(() => flatten.compute_output_shape([null, 65536, 65536, 65536, 65536]));
        Assert.Equal((null, 1 << 30), flatten.compute_output_shape((null, 32768, 32768, 1)));
        Assert.Equal((null, null), flatten.compute_output_shape((null, null, 65536, 65536)));
        Assert.Equal((null, 0), flatten.compute_output_shape((null, 0, 65536, 1)));
    }

    [Fact]
    public void A_target_shape_is_exact_or_refused()
    {
        Assert.Throws<ValueError>(() => keras.layers.Reshape(-1).compute_output_shape((null, 65536, 65536)));
        Assert.Throws<ValueError>(() => keras.layers.Reshape((65536, 65536, 65536, 65536)).compute_output_shape((null, 0)));
        Assert.Throws<ValueError>(() => keras.layers.Reshape((-2, -2)).compute_output_shape((null, 4)));
        Assert.Equal((null, 65536, 65536), keras.layers.Reshape((65536, -1)).compute_output_shape((null, 65536, 65536)));
        Assert.Throws<ValueError>(() => keras.layers.Reshape([.. Enumerable.Repeat<int?>(1, 300)]).apply(Tensor.Full(1, 1, 1)));
    }

    // Against the definition: with a kernel of ones an output is the sum of what its window sees.
    private static bool Convolve(Axis down, Axis across, string padding)
    {
        var layer = keras.layers.Conv2D(1, (down.Window, across.Window), (down.Stride, across.Stride), padding, dilation_rate: (down.Dilation, across.Dilation), kernel_initializer: "ones");
        return Compare(layer, down, across, seen => seen.Sum(), (_, _) => 1);
    }

    private static bool Pool(Axis down, Axis across, string padding)
    {
        var layer = keras.layers.MaxPooling2D((down.Window, across.Window), (down.Stride, across.Stride), padding);
        var average = keras.layers.AveragePooling2D((down.Window, across.Window), (down.Stride, across.Stride), padding);
        var computed = Compare(layer, down, across, seen => seen.Max(), (value, seen) => value == seen.Max() ? 1 : 0);
        Assert.Equal(computed, Compare(average, down, across, seen => seen.Average(), (_, seen) => 1f / seen.Length));
        return computed;
    }

    private static bool Compare(Layer layer, Axis down, Axis across, Func<float[], float> value, Func<float, float[], float> share)
    {
        var random = new Random(3);
        float[] elements = [.. Enumerable.Range(0, down.Length * across.Length).Select(i => (float)i)];
        random.Shuffle(elements);
        var x = new Variable(Tensor.From<float>(elements, 1, down.Length, across.Length, 1));
        using var tape = new GradientTape().start();
        Tensor y;
        try
        {
            Assert.Equal(1, layer.compute_output_shape(x.shape)[0]);
            y = layer.apply(x);
        }
        catch (ValueError error)
        {
            Assert.NotEmpty(error.Message);
            return false;
        }

        var places = (from o in Enumerable.Range(0, down.Places) from p in Enumerable.Range(0, across.Places) select down.Seen(o).SelectMany(_ => across.Seen(p), (i, j) => (i * across.Length) + j).ToArray()).ToArray();
        var expected = new float[elements.Length];
        foreach (var place in places)
        {
            var seen = Array.ConvertAll(place, i => elements[i]);
            Array.ForEach(place, i => expected[i] += share(elements[i], seen));
        }

        Assert.Equal(layer.compute_output_shape(x.shape), y.shape);
        Close(Array.ConvertAll(places, place => place.Length == 0 ? 0 : value(Array.ConvertAll(place, i => elements[i]))), y.ToArray<float>());
        var gradients = tape.gradient(keras.ops.sum(y), [x, .. layer.trainable_weights]);
        Close(expected, gradients[0]!.ToArray<float>());
        if (gradients.Length > 1)
        {
            // Each weight's gradient is the sum of what it was multiplied with, so all of them make up the outputs.
            Close([(float)places.Sum(place => place.Sum(i => (double)elements[i]))], [(float)gradients[1]!.ToArray<float>().Sum(v => (double)v)]);
        }

        return true;

        void Close(float[] want, float[] got)
        {
            Assert.Equal(want.Length, got.Length);
            Assert.All(want.Zip(got), pair => Assert.True(Math.Abs(pair.First - pair.Second) <= 1e-5 * Math.Max(1, Math.Abs(pair.First)), $"{down} {across}: {pair}"));
        }
    }

    /// <summary>One axis of a window, by the definition and in 64 bits.</summary>
    private sealed record Axis(int Length, int Window, int Stride, int Dilation, bool Same)
    {
        private long Reach => ((Window - 1L) * Dilation) + 1;

        public int Places => (int)(((Same ? Length : Length - Reach + 1) + Stride - 1) / Stride);

        /// <summary>The elements under the window at a place.</summary>
        public IEnumerable<int> Seen(int place)
        {
            var start = ((long)place * Stride) - (Same ? Math.Max(0, ((Places - 1L) * Stride) + Reach - Length) / 2 : 0);
            return Enumerable.Range(0, Length).Where(i => i >= start && (i - start) % Dilation == 0 && (i - start) / Dilation < Window);
        }
    }
}

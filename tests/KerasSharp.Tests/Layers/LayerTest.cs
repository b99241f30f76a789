using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.Saving.Json;
using KerasSharp.TestSupport.Naive;

namespace KerasSharp.Tests.Layers;

/// <summary>What holds for every layer, in one call.</summary>
internal static class LayerTest
{
    /// <summary>
    /// Checks the shape of the output for two batch sizes, the number of weights, the way through the configuration and back, and the
    /// gradients by the input and by all weights, against finite differences of the naive backend.
    /// </summary>
    /// <param name="make">Makes the layer, always the same.</param>
    /// <param name="sample">The shape of one sample.</param>
    /// <param name="output">The expected output shape of one sample.</param>
    /// <param name="weights">The expected shapes of the weights.</param>
    /// <param name="training">Whether the layer is called as in training.</param>
    /// <param name="values">The input's values; distinct ones away from 0 if not given.</param>
    public static void Run(
        Func<Layer> make, int[] sample, int[] output, TensorShape[]? weights = null, bool training = false, Func<int, float[]>? values = null)
    {
        var layer = make();
        Assert.False(layer.input_shape.is_given);
        foreach (var batch in new[] { 2, 1 })
        {
            var y = layer.apply(Tensor.From<float>(Values(values, batch * Product(sample)), [batch, .. sample]), training);
            Assert.Equal(new TensorShape([batch, .. output]), y.shape);
        }

        Assert.Equal(new TensorShape([null, .. output]), layer.compute_output_shape(new TensorShape([null, .. sample])));
        Assert.Equal(weights ?? [], layer.weights.Select(w => w.shape));
        Assert.All(layer.weights, w => Assert.StartsWith($"{layer.name}/", w.name, StringComparison.Ordinal));
        Assert.Equal((weights ?? []).Sum(w => w.num_elements() ?? 0), layer.count_params());
        CheckConfig(layer, sample, training, values);
        CheckGradients(make, sample, training, values);
    }

    private static void CheckConfig(Layer layer, int[] sample, bool training, Func<int, float[]>? values)
    {
        var copy = Saved.Copy(layer);
        Assert.Equal(PythonJson.dumps(layer.get_config()), PythonJson.dumps(copy.get_config()));
        var x = Tensor.From<float>(Values(values, 2 * Product(sample)), [2, .. sample]);
        copy.EnsureBuilt(x.shape);
        copy.set_weights(layer.get_weights());
        if (!training)
        {
            Assert.Equal(layer.apply(x).ToArray<float>(), copy.apply(x).ToArray<float>());
        }
    }

    private static void CheckGradients(Func<Layer> make, int[] sample, bool training, Func<int, float[]>? values) => FiniteDifferences.Check(() =>
    {
        var layer = make();
        var x = Tensor.From<float>(Values(values, 2 * Product(sample)), [2, .. sample]);
        layer.EnsureBuilt(x.shape);
        foreach (var weight in layer.weights)
        {
            weight.assign(Array.ConvertAll(Values(null, weight.size), v => v / 3));
        }

        return new FiniteDifferences.Computation(() => layer.apply(x, training), [x, .. layer.weights.Select(w => w.value)]);
    });

    // Distinct, and no nearer to 0 than 0.05.
    private static float[] Values(Func<int, float[]>? values, int size) => values?.Invoke(size)
        ?? [.. Enumerable.Range(0, size).Select(i => (((i * 37 % 101) + 0.5f) / 50) - 1).Select(v => v + (0.05f * MathF.Sign(v)))];

    private static int Product(int[] shape) => shape.Aggregate(1, (product, d) => product * d);
}

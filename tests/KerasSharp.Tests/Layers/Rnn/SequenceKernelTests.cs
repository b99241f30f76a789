using KerasSharp.Activations;
using KerasSharp.Engine;
using KerasSharp.Layers;
using static KerasSharp.keras;

namespace KerasSharp.Tests.Layers.Rnn;

/// <summary>
/// The kernels for whole sequences beside the same layer out of operations (an activation of one's own keeps Keras's cell from the kernel):
/// outputs, states, gradients, with masks, in both directions, for sizes that fill no register.
/// </summary>
public class SequenceKernelTests
{
    private static readonly ActivationFunction Composed = new(x => ops.tanh(x));

    public static TheoryData<string, int, int, int, bool, bool> Sizes
    {
        get
        {
            var data = new TheoryData<string, int, int, int, bool, bool>();
            foreach (var kind in new[] { "LSTM", "GRU" })
            {
                foreach (var (batch, time, units) in new[] { (1, 1, 1), (3, 4, 5), (8, 3, 16), (17, 6, 9), (33, 2, 40) })
                {
                    foreach (var masked in new[] { false, true })
                    {
                        data.Add(kind, batch, time, units, masked, false);
                        data.Add(kind, batch, time, units, masked, true);
                    }
                }
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Sizes))]
    public void A_kernel_computes_what_the_operations_do(string kind, int batch, int time, int units, bool masked, bool backwards)
    {
        var random = new Random(batch + time + units);
        Tensor Draw(params int[] shape) => Tensor.From<float>([.. Enumerable.Range(0, Shapes.Size(shape)).Select(_ => (random.NextSingle() * 2) - 1)], shape);
        Tensor x = Draw(batch, time, 3), state = Draw(batch, units), carry = Draw(batch, units);
        var mask = masked ? ops.greater(Draw(batch, time), ops.zeros(batch, time)) : null;
        RNN Make(ActivationFunction? activation) => kind == "LSTM"
            ? keras.layers.LSTM(units, activation, bias_initializer: "uniform", return_sequences: true, return_state: true, go_backwards: backwards)
            : keras.layers.GRU(units, activation, bias_initializer: "uniform", return_sequences: true, return_state: true, go_backwards: backwards);
        RNN kernel = Make(null), composed = Make(Composed);
        kernel.build((batch, time, 3));
        composed.build((batch, time, 3));
        composed.set_weights(kernel.get_weights());
        var states = kind == "LSTM" ? Tensor.Create([state, carry]) : Tensor.Create([state]);
        var (wanted, got) = (Run(composed), Run(kernel));
        Assert.Equal(wanted.Count, got.Count);
        foreach (var (i, (want, value)) in wanted.Zip(got).Index())
        {
            var (a, b) = (want.ToArray<float>(), value.ToArray<float>());
            for (var k = 0; k < a.Length; k++)
            {
                Assert.True(Math.Abs(a[k] - b[k]) <= 1e-5 + (1e-4 * Math.Abs(a[k])), $"value {i}, element {k}: {a[k]} expected, {b[k]} received");
            }
        }

        List<Tensor> Run(RNN layer)
        {
            using var tape = new GradientTape();
            Tensor[] sources = [x, .. states.Nest.flatten(), .. layer.weights.Select(w => w.value)];
            Array.ForEach(sources, tape.watch);
            tape.start();
            var outputs = layer.apply(x, mask: mask, initial_state: states).Nest.flatten();
            var loss = outputs.Select((y, i) => ops.sum(ops.sin(y * (1 + (i * 0.5f))))).Aggregate((a, b) => a + b);
            tape.stop();
            return [.. outputs, .. tape.gradient(loss, sources).Select(gradient => gradient!)];
        }
    }
}

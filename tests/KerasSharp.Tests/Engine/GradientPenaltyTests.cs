using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp.Tests.Engine;

/// <summary>A Wasserstein critic with a gradient penalty, written by hand: the penalty's own gradient trains the weights.</summary>
public class GradientPenaltyTests
{
    [Fact]
    public void A_penalty_on_a_gradient_trains()
    {
        // Two points that the critic must tell apart with a slope of 1.
        var real = Tensor.From<float>([1.5f, 0.5f, 1f, 1f, 2f, 0f, 1.2f, 0.8f], 4, 2);
        var fake = Tensor.From<float>([-1.5f, -0.5f, -1f, -1f, -2f, 0f, -1.2f, -0.8f], 4, 2);
        var critic = new Critic();
        float first = 0, last = 0;
        for (var step = 0; step < 200; step++)
        {
            using var tape = tf.GradientTape();
            var alpha = Tensor.From<float>([.. Enumerable.Range(0, 4).Select(i => ((step * 7) + (i * 3)) % 10 / 10f)], 4, 1);
            var penalty = critic.Penalty(real + (alpha * (fake - real)));
            var loss = ops.mean(critic.Score(fake)) - ops.mean(critic.Score(real)) + (10.0 * penalty);
            tape.stop();
            var gradients = tape.gradient(loss, critic.Weights);
            for (var i = 0; i < gradients.Length; i++)
            {
                critic.Weights[i].assign(critic.Weights[i] - (0.02 * gradients[i]!));
            }

            last = penalty.item();
            first = step == 0 ? last : first;
        }

        Assert.True(first > 0.3f, $"The slopes are far from 1 before the training. The penalty is {first}.");
        Assert.True(last < 0.1f, $"The slopes are near 1 behind the training. The penalty is {last}.");
    }

    [Fact]
    public void The_penalty_alone_has_a_gradient_by_every_kernel()
    {
        var critic = new Critic();
        using var tape = tf.GradientTape();
        var penalty = critic.Penalty(Tensor.From<float>([0.3f, -0.4f, 1f, 0.2f], 2, 2));
        var gradients = tape.gradient(penalty, critic.Weights);
        Assert.All(new[] { gradients[0]!, gradients[1]!, gradients[2]! }, g => Assert.Contains(g.ToArray<float>(), v => MathF.Abs(v) > 1e-3f));
    }

    private sealed class Critic
    {
        private readonly Variable w1 = new(Tensor.From<float>([0.2f, -0.1f, 0.4f, 0.3f, 0.1f, -0.2f], 2, 3));
        private readonly Variable b1 = new(Tensor.From<float>([0.1f, 0f, -0.1f], 3));
        private readonly Variable w2 = new(Tensor.From<float>([0.3f, -0.2f, 0.5f], 3, 1));

        public Variable[] Weights => [w1, b1, w2];

        public Tensor Score(Tensor x) => ops.matmul(ops.tanh(ops.matmul(x, w1) + b1), w2);

        public Tensor Penalty(Tensor x)
        {
            using var inner = tf.GradientTape();
            inner.watch(x);
            var score = Score(x);
            inner.stop();
            var slope = ops.sqrt(ops.sum(ops.square(inner.gradient(score, x)!), 1) + 1e-12);
            return ops.mean(ops.square(slope - 1));
        }
    }
}

using KerasSharp.Engine;
using KerasSharp.Models.Training;

namespace KerasSharp.Tests.Models.Training;

/// <summary>The loss of a batch and its mean over batches.</summary>
public class CompiledLossTests
{
    [Fact]
    public void Batches_weigh_by_their_size()
    {
        var loss = new CompiledLoss("mse");
        loss.apply(keras.ops.zeros(3, 1), keras.ops.ones(3, 1), null, []);
        loss.apply(keras.ops.zeros(1, 1), 3 * keras.ops.ones(1, 1), null, []);

        Assert.Equal(((3 * 1) + (1 * 9)) / 4f, loss.result());
        loss.reset_state();
        Assert.Equal(0, loss.result());
    }

    [Fact]
    public void A_sum_counts_as_the_batch_does()
    {
        var loss = new CompiledLoss(keras.losses.MeanSquaredError(reduction: "sum"));
        Assert.Equal(3, loss.apply(keras.ops.zeros(3, 1), keras.ops.ones(3, 1), null, []).item());
        loss.apply(keras.ops.zeros(1, 1), keras.ops.zeros(1, 1), null, []);

        Assert.Equal(((3 * 3) + (1 * 0)) / 4f, loss.result());
    }

    [Fact]
    public void Penalties_join_the_loss_and_its_factor_leaves_them()
    {
        var loss = new CompiledLoss("mse", 0.5);
        var total = loss.apply(keras.ops.zeros(2, 1), 2 * keras.ops.ones(2, 1), null, [Tensor.Scalar(10), Tensor.Scalar(1)]);

        Assert.Equal([13, 13], [total.item(), loss.result()]);
    }

    [Fact]
    public void Labels_and_weights_of_rank_1_become_columns()
    {
        // (2,) against (2, 1) would else broadcast to (2, 2).
        var loss = new CompiledLoss("mae");
        var total = loss.apply(Tensor.From<float>([1, 2], 2), Tensor.From<float>([2, 4], 2, 1), Tensor.From<float>([1, 10], 2), []);

        Assert.Equal(((1 * 1) + (2 * 10)) / 2f, total.item());
    }

    [Fact]
    public void Without_a_loss_only_penalties_train()
    {
        var loss = new CompiledLoss(null);

        Assert.Equal(0, loss.apply(keras.ops.zeros(2, 1), keras.ops.ones(2, 1), null, []).item());
        Assert.Equal(7, loss.apply(keras.ops.zeros(2, 1), keras.ops.ones(2, 1), null, [Tensor.Scalar(7)]).item());
    }

    [Theory, InlineData("categorical_crossentropy"), InlineData("mse")]
    public void Loss_gradient_and_accuracy_of_a_warm_step_allocate_little(string identifier)
    {
        var (loss, metrics) = (new CompiledLoss(identifier), new CompiledMetrics(["accuracy"]));
        var (y_true, x) = (keras.ops.one_hot(Tensor.From<int>([.. Enumerable.Range(0, 128).Select(i => i % 10)], 128), 10), new Variable(keras.ops.zeros(128, 10)));
        using var tape = new GradientTape();
        long Step()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            using var scope = TensorScope.Begin();
            tape.start();
            var y_pred = keras.ops.softmax(x);
            var total = loss.apply(y_true, y_pred, null, []);
            tape.stop();
            tape.gradient(total, [x]);
            tape.reset();
            metrics.update_state(y_true, y_pred, null);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        for (var i = 0; i < 20; i++)
        {
            Step();
        }

        Assert.InRange(Step(), 0, 8_000);
    }
}

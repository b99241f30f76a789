using KerasSharp;
using KerasSharp.Callbacks;
using KerasSharp.Engine;
using KerasSharp.Metrics;
using KerasSharp.Models;
using static KerasSharp.builtins;

namespace UserCode.Models;

/// <summary>The model of Keras's example "Variational AutoEncoder", with its training step.</summary>
public class VAE(Model encoder, Model decoder) : Model
{
    private readonly Mean total_loss_tracker = keras.metrics.Mean(name: "total_loss");
    private readonly Mean reconstruction_loss_tracker = keras.metrics.Mean(name: "reconstruction_loss");
    private readonly Mean kl_loss_tracker = keras.metrics.Mean(name: "kl_loss");

    /// <inheritdoc/>
    public override IReadOnlyList<Metric> metrics => [total_loss_tracker, reconstruction_loss_tracker, kl_loss_tracker];

    /// <inheritdoc/>
    public override Logs train_step(Data data)
    {
        using var tape = tf.GradientTape();
        Tensor x = data;
        var (z_mean, z_log_var, z) = encoder.apply(x);
        var reconstruction = decoder.apply(z);
        var reconstruction_loss = tf.reduce_mean(tf.reduce_sum(keras.losses.binary_crossentropy(x, reconstruction), axis: (1, 2)));
        var kl_loss = -0.5 * (1 + z_log_var - tf.square(z_mean) - tf.exp(z_log_var));
        kl_loss = tf.reduce_mean(tf.reduce_sum(kl_loss, axis: 1));
        var total_loss = reconstruction_loss + kl_loss;
        var grads = tape.gradient(total_loss, trainable_weights);
        optimizer.apply_gradients(zip(grads, trainable_weights));
        total_loss_tracker.update_state(total_loss);
        reconstruction_loss_tracker.update_state(reconstruction_loss);
        kl_loss_tracker.update_state(kl_loss);
        return new()
        {
            ["loss"] = total_loss_tracker.result(),
            ["reconstruction_loss"] = reconstruction_loss_tracker.result(),
            ["kl_loss"] = kl_loss_tracker.result(),
        };
    }
}

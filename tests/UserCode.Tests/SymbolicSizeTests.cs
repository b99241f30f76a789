using KerasSharp;
using KerasSharp.Engine;
using KerasSharp.Layers;
using NumSharp;
using UserCode.Layers;
using UserCode.Models;
using static KerasSharp.keras.layers;
using keras = KerasSharp.keras;

namespace UserCode;

/// <summary>Random layers, and tensors as large as a batch, in models whose batch is not known yet.</summary>
[Collection("one after another")]
public class SymbolicSizeTests
{
    [Fact]
    public void Dropout_in_training_takes_an_input_of_any_batch()
    {
        var x = keras.Input(8);
        var y = Dropout(0.5).apply(x, training: true);
        Assert.Equal((null, 8), y.shape);
        Assert.Equal((null, 8), new Noisy().apply(x).shape);
        var dropped = keras.Model(x, y).predict(np.ones((50, 8), dtype: typeof(float)), verbose: 0).ToArray<float>();
        Assert.Equal([0, 2], dropped.Distinct().Order());
    }

    [Fact]
    public void A_lambda_adds_noise_or_zeros()
    {
        var x = keras.Input(8);
        Assert.Equal((null, 8), keras.layers.Lambda(t => t + tf.random.normal(tf.shape(t))).apply(x).shape);
        Assert.Equal((null, 3), keras.layers.Lambda(t => tf.zeros([tf.shape(t)[0], 3])).apply(x).shape);
        Assert.Equal((null, 3), tf.zeros([tf.shape(x)[0], 3]).shape);
        Assert.Equal((null, null), tf.eye(tf.shape(x)[0]).shape);
    }

    [Fact]
    public void The_variational_autoencoder_of_Keras_s_examples_trains()
    {
        keras.utils.set_random_seed(5);
        var latent_dim = 2;
        var encoder_inputs = keras.Input(shape: (28, 28, 1));
        var x = Conv2D(4, 3, activation: "relu", strides: 2, padding: "same").apply(encoder_inputs);
        x = Conv2D(8, 3, activation: "relu", strides: 2, padding: "same").apply(x);
        x = Flatten().apply(x);
        x = Dense(16, activation: "relu").apply(x);
        var z_mean = Dense(latent_dim, name: "z_mean").apply(x);
        var z_log_var = Dense(latent_dim, name: "z_log_var").apply(x);
        var z = new Sampling().apply([z_mean, z_log_var]);
        Assert.Equal((null, 2), z.shape);
        var encoder = keras.Model(encoder_inputs, [z_mean, z_log_var, z], name: "encoder");

        var latent_inputs = keras.Input(shape: latent_dim);
        x = Dense(7 * 7 * 16, activation: "relu").apply(latent_inputs);
        x = Reshape((7, 7, 16)).apply(x);
        x = Conv2D(32, 3, activation: "relu", padding: "same").apply(tf.nn.depth_to_space(x, 2)); // for the Conv2DTranspose of the example
        var decoder_outputs = Conv2D(1, 3, activation: "sigmoid", padding: "same").apply(tf.nn.depth_to_space(x, 2));
        var decoder = keras.Model(latent_inputs, decoder_outputs, name: "decoder");

        var digits = np.zeros((32, 28, 28, 1), dtype: typeof(float));
        digits[":, 8:20, 8:20, :"] = 1f;
        var vae = new VAE(encoder, decoder);
        vae.compile(optimizer: keras.optimizers.Adam(0.01));
        var history = vae.fit(digits, epochs: 4, batch_size: 16, verbose: 0).history;
        Assert.Equal(["loss", "reconstruction_loss", "kl_loss"], history.Keys);
        Assert.True(history["loss"][^1] < history["loss"][0] * 0.9, $"from {history["loss"][0]} to {history["loss"][^1]}");
    }

    private sealed class Noisy : Layer
    {
        private readonly Layer dropout = Dropout(0.5);

        public override Tensor call(Tensor inputs, bool? training = null) => dropout.apply(inputs, training: true);
    }
}

using KerasSharp;
using KerasSharp.Engine;
using KerasSharp.Layers;

namespace UserCode.Layers;

/// <summary>The sampling layer of Keras's example "Variational AutoEncoder": draws z of (z_mean, z_log_var).</summary>
public class Sampling : Layer
{
    /// <inheritdoc/>
    public override Tensor call(Tensor inputs, bool? training = null)
    {
        var (z_mean, z_log_var) = inputs;
        var batch = tf.shape(z_mean)[0];
        var dim = tf.shape(z_mean)[1];
        var epsilon = tf.random.normal(shape: [batch, dim]);
        return z_mean + tf.exp(0.5 * z_log_var) * epsilon;
    }
}

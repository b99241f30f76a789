using KerasSharp.Engine;
using KerasSharp.Layers;
using static KerasSharp.keras.layers;

namespace UserCode.Layers;

/// <summary>A layer with three outputs, as an LSTM with its states or the encoder of a variational autoencoder has them.</summary>
public class Split : Layer
{
    private readonly Layer mean = Dense(2), spread = Dense(2);

    /// <inheritdoc/>
    public override Tensor call(Tensor inputs, bool? training = null)
    {
        var (z_mean, z_log_var) = (mean.apply(inputs), spread.apply(inputs));
        return (z_mean, z_log_var, z_mean + z_log_var * 0.5);
    }
}

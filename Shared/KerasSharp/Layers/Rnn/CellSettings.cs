using KerasSharp.Activations;
using KerasSharp.Constraints;
using KerasSharp.Initializers;
using KerasSharp.Regularizers;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>The arguments that all recurrent cells have in common; <see langword="null"/> stands for Keras's default.</summary>
internal sealed record CellSettings(
    ActivationFunction? Activation, bool UseBias, Initializer? Kernel, Initializer? Recurrent, Initializer? Bias,
    Regularizer? KernelRegularizer, Regularizer? RecurrentRegularizer, Regularizer? BiasRegularizer,
    Constraint? KernelConstraint, Constraint? RecurrentConstraint, Constraint? BiasConstraint, double Dropout, double RecurrentDropout)
{
    /// <summary>Reads the defaults, in the order in which Keras makes the initializers.</summary>
    public CellSettings Complete() => this with
    {
        Activation = Activation ?? "tanh",
        Kernel = Kernel ?? "glorot_uniform",
        Recurrent = Recurrent ?? "orthogonal",
        Bias = Bias ?? "zeros",
    };

    /// <summary>Writes the arguments as Keras orders them.</summary>
    /// <param name="config">Where to.</param>
    /// <param name="recurrentActivation">The activation of the gates; null where there are none.</param>
    /// <param name="unitForgetBias">An LSTM's own argument; null for others.</param>
    /// <param name="activity">The penalty on the output, for layers; null for cells, which have none.</param>
    public Config Write(Config config, ActivationFunction? recurrentActivation, bool? unitForgetBias, (bool Has, Regularizer? Value) activity)
    {
        config["activation"] = keras.activations.serialize(Activation!);
        Add(config, "recurrent_activation", recurrentActivation is null ? null : keras.activations.serialize(recurrentActivation));
        config["use_bias"] = UseBias;
        config["kernel_initializer"] = ObjectRegistry.Serialize(Kernel);
        config["recurrent_initializer"] = ObjectRegistry.Serialize(Recurrent);
        config["bias_initializer"] = ObjectRegistry.Serialize(Bias);
        Add(config, "unit_forget_bias", unitForgetBias);
        config["kernel_regularizer"] = ObjectRegistry.Serialize(KernelRegularizer);
        config["recurrent_regularizer"] = ObjectRegistry.Serialize(RecurrentRegularizer);
        config["bias_regularizer"] = ObjectRegistry.Serialize(BiasRegularizer);
        if (activity.Has)
        {
            config["activity_regularizer"] = ObjectRegistry.Serialize(activity.Value);
        }

        config["kernel_constraint"] = ObjectRegistry.Serialize(KernelConstraint);
        config["recurrent_constraint"] = ObjectRegistry.Serialize(RecurrentConstraint);
        config["bias_constraint"] = ObjectRegistry.Serialize(BiasConstraint);
        return config;
    }

    private static void Add(Config config, string name, object? value)
    {
        if (value is not null)
        {
            config[name] = value;
        }
    }
}

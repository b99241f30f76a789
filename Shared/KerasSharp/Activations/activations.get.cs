using KerasSharp.Activations;
using KerasSharp.Backends;
using KerasSharp.Engine;

namespace KerasSharp;

public static partial class keras
{
    // By name: all functions of this class, and the layers that are activations by their class's name.
    public static partial class activations
    {
        private static readonly Dictionary<string, ActivationFunction> Known = new ActivationFunction[]
        {
            new("elu", x => elu(x)),
            new("exponential", exponential),
            new("gelu", x => gelu(x)),
            new("hard_sigmoid", hard_sigmoid),
            new("leaky_relu", x => leaky_relu(x)),
            new("linear", linear, FusedActivation.None),
            new("log_softmax", log_softmax),
            new("mish", mish),
            new("relu", x => relu(x), FusedActivation.Relu),
            new("relu6", relu6),
            new("selu", selu),
            // Not fused: a crossentropy needs what went into it.
            new("sigmoid", sigmoid),
            new("softmax", x => softmax(x)),
            new("softplus", softplus),
            new("softsign", softsign),
            new("swish", swish),
            new("tanh", tanh, FusedActivation.Tanh),
        }.ToDictionary(f => f.name);

        /// <summary>The function of a name; none means <c>linear</c>. <c>silu</c> is <c>swish</c>; a layer's class name makes that layer.</summary>
        /// <exception cref="ValueError">The name is unknown.</exception>
        public static ActivationFunction get(string? identifier = null) => identifier switch
        {
            null => Known["linear"],
            "silu" => Known["swish"],
            _ when Known.TryGetValue(identifier, out var function) => function,
            "ELU" => layers.ELU(),
            "LeakyReLU" => layers.LeakyReLU(),
            "ReLU" => layers.ReLU(),
            "Softmax" => layers.Softmax(),
            _ => throw new ValueError($"Unknown activation function '{identifier}' cannot be deserialized."),
        };

        /// <summary>A function of your own as an activation: <c>Dense(4, activation: keras.activations.get(x =&gt; x * x))</c>.</summary>
        public static ActivationFunction get(Func<Tensor, Tensor> identifier) => new(identifier);

        /// <summary>The name of a function; the configuration of an activation that is a layer.</summary>
        public static object serialize(ActivationFunction activation) => activation.ToConfig();

        /// <summary>The function of a name.</summary>
        /// <exception cref="ValueError">The name is unknown.</exception>
        public static ActivationFunction deserialize(string name) => get(name);
    }
}

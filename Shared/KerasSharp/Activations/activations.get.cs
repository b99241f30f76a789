using System.Collections.Concurrent;
using KerasSharp.Activations;
using KerasSharp.Backends;
using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.Saving;

namespace KerasSharp;

public static partial class keras
{
    // By name: all functions of this class, and the layers that are activations by their class's name.
    public static partial class activations
    {
        // One object per function, so that two layers with one activation have the same.
        private static readonly ConcurrentDictionary<string, ActivationFunction> Known = new();

        /// <summary>
        /// The function of a name, first among the <c>custom_objects</c>; none means <c>linear</c>. <c>silu</c> is <c>swish</c>; a layer's class
        /// name makes that layer.
        /// </summary>
        /// <exception cref="ValueError">The name is unknown.</exception>
        public static ActivationFunction get(string? identifier = null)
        {
            if (identifier is not null && CustomObjects.FindFunction<Func<Tensor, Tensor>>(identifier) is { } custom)
            {
                return new(identifier, custom, isCustom: true);
            }

            if (ExportTable.FindFunction(nameof(activations), identifier ?? nameof(linear)) is { } function)
            {
                return Known.GetOrAdd(function.Name, name => new(name, (Func<Tensor, Tensor>)function.Function, fused: Fused(name)));
            }

            return ExportTable.FindNamed(nameof(activations), identifier!)?.Make?.Invoke() as Layer
                ?? throw new ValueError($"Unknown activation function '{identifier}' cannot be deserialized.");
        }

        /// <summary>A function of your own as an activation: <c>Dense(4, activation: keras.activations.get(x =&gt; x * x))</c>.</summary>
        public static ActivationFunction get(Func<Tensor, Tensor> identifier) => new(identifier);

        /// <summary>The name of a function; the configuration of an activation that is a layer.</summary>
        public static object serialize(ActivationFunction activation) => activation.ToConfig();

        /// <summary>The function of a name.</summary>
        /// <exception cref="ValueError">The name is unknown.</exception>
        public static ActivationFunction deserialize(string name) => get(name);

        // Not the sigmoid: a crossentropy needs what went into it.
        private static FusedActivation? Fused(string name) => name switch
        {
            nameof(linear) => FusedActivation.None,
            nameof(relu) => FusedActivation.Relu,
            nameof(tanh) => FusedActivation.Tanh,
            _ => null,
        };
    }
}

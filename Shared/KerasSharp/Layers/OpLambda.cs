using System.Reflection;
using KerasSharp.Engine;
using KerasSharp.Ops;
using KerasSharp.Saving;
using KerasSharp.Utils;

namespace KerasSharp.Layers;

/// <summary>
/// A function of TensorFlow as a layer of a model: what <c>tf.reduce_sum(x)</c> or <c>x + y</c> become on symbolic tensors. Keras calls it
/// TFOpLambda (and SlicingOpLambda where it slices); the names, configurations and arguments are its.
/// </summary>
internal class OpLambda : Layer
{
    private readonly Func<object?, IReadOnlyDictionary<string, object?>, Tensor> body;

    private OpLambda(string function, string? name, Func<object?, IReadOnlyDictionary<string, object?>, Tensor> body)
        : base(new LayerArguments(name ?? NameRegistry.NextFree($"tf.{function}")))
    {
        (this.function, this.body) = (function, body);
        built = true;
    }

    /// <summary>The function's path under <c>tf</c>: <c>math.reduce_sum</c>.</summary>
    public string function { get; }

    /// <summary>Keras's name of the class.</summary>
    public string ClassName => function is "__operators__.getitem" or "compat.v1.boolean_mask" ? "SlicingOpLambda" : "TFOpLambda";

    internal override bool Autocasts => false;

    /// <summary>Whether a function must become a layer: an argument is symbolic, and no layer is being called.</summary>
    public static bool Takes(Tensor? x) => x is { IsSymbolic: true } && EngineState.Current.CallDepth == 0;

    /// <inheritdoc cref="Takes(Tensor?)"/>
    public static bool Takes(Tensor? x, Tensor? y) => (x is { IsSymbolic: true } || y is { IsSymbolic: true }) && EngineState.Current.CallDepth == 0;

    /// <inheritdoc cref="Takes(Tensor?)"/>
    public static bool Takes(IEnumerable<Tensor?> several) => EngineState.Current.CallDepth == 0 && several.Any(x => x is { IsSymbolic: true });

    /// <summary>A function of <see cref="TfFunctions"/> as a layer, called. Arguments that have their defaults are left out, as where Python does not name them.</summary>
    /// <param name="function">The path under <c>tf</c>.</param>
    /// <param name="arguments">The arguments in order; missing ones have their defaults.</param>
    public static Tensor Call(string function, params object?[] arguments)
    {
        var method = TfFunctions.Find(function);
        var parameters = method.GetParameters();
        var keywords = new OrderedDictionary<string, object?>();
        string? name = null;
        for (var i = 1; i < arguments.Length; i++)
        {
            if (parameters[i].Name == "name")
            {
                name = arguments[i] as string;
            }

            if (!TfFunctions.IsDefault(parameters[i], arguments[i]))
            {
                keywords[parameters[i].Name!] = arguments[i];
            }
        }

        return new OpLambda(function, name, (first, rest) => TfFunctions.Invoke(method, first, rest)).Connect(arguments[0], keywords);
    }

    /// <summary>An operator as a layer, called; Keras writes both arguments down, and that there is no name.</summary>
    public static Tensor Operator(string function, object a, object b)
    {
        var method = TfFunctions.Find(function);
        var keywords = new OrderedDictionary<string, object?> { ["y"] = b, ["name"] = null };
        return new OpLambda(function, null, (first, rest) => TfFunctions.Invoke(method, first, rest)).Connect(a, keywords);
    }

    /// <summary>An operation of <c>keras.ops</c> as a layer, called. TensorFlow's function of that name is what a configuration holds.</summary>
    public static Tensor Of(Operation operation, Tensor[] inputs)
    {
        Tensor Body(object? first, IReadOnlyDictionary<string, object?> rest)
            => operation.apply([.. (first is Nest<Tensor> nest ? nest.flatten() : [(Tensor)first!])]);
        object argument = inputs.Length == 1 ? inputs[0] : Nest.List<Tensor>(inputs);
        return new OpLambda(operation.name, null, Body).Connect(argument, new OrderedDictionary<string, object?>());
    }

    /// <summary>The layer of a configuration.</summary>
    /// <exception cref="ValueError">There is no such function.</exception>
    public static OpLambda from_config(Config config)
    {
        var function = config.GetValueOrDefault("function") as string ?? throw new ValueError("The configuration of an op layer names its 'function'.");
        var method = TfFunctions.Find(function);
        return new OpLambda(function, config.GetValueOrDefault("name") as string, (first, rest) => TfFunctions.Invoke(method, first, rest));
    }

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["function"] = function };

    /// <summary>Calls the function on symbolic arguments: a new node.</summary>
    internal Tensor Connect(object? first, OrderedDictionary<string, object?> keywords)
    {
        Tensor outputs;
        using (new CallFrame(EngineState.Current, name, null))
        {
            outputs = body(first, keywords);
        }

        first = first is Tensor { IsSymbolic: false } constant && constant is not Tensors ? constant : first;
        var fresh = outputs.Nest.map(y => (Tensor)new KerasTensor(new TensorSpec(y.dtype, y.DimsArray)));
        AddNode(first, keywords, fresh);
        return Tensors.Of(fresh);
    }

    internal override Tensor Replay(object? first, IReadOnlyDictionary<string, object?> keywords)
    {
        using var frame = new CallFrame(EngineState.Current, name, null);
        return body(first, keywords);
    }
}

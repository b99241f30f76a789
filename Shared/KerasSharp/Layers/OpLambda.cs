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
    private Nest<TensorShape>? shapes;

    private OpLambda(string function, string? name, Func<object?, IReadOnlyDictionary<string, object?>, Tensor> body)
        : base(new LayerArguments(name ?? NameRegistry.NextFree($"tf.{function}")))
    {
        (this.function, this.body) = (function, body);
        built = true;
    }

    /// <summary>The function's path under <c>tf</c>: <c>math.reduce_sum</c>.</summary>
    public string function { get; }

    internal override string ClassName => function is "__operators__.getitem" or "compat.v1.boolean_mask" ? "SlicingOpLambda" : "TFOpLambda";

    internal override bool Autocasts => false;

    internal override Nest<TensorShape>? BuildShapes => shapes;

    /// <summary>A layer that calls a function of the closed table.</summary>
    /// <exception cref="ValueError">There is no such function.</exception>
    public static OpLambda Of(string function, string? name)
    {
        var method = TfFunctions.Find(function);
        return new(function, name, (first, rest) => TfFunctions.Invoke(method, first, rest));
    }

    /// <summary>A layer that applies an operation of <c>keras.ops</c>.</summary>
    public static OpLambda Of(Operation operation) => new(
        operation.name, null, (first, _) => operation.apply([.. first is Nest<Tensor> nest ? nest.flatten() : [(Tensor)first!]]));

    /// <summary>The layer of a configuration.</summary>
    /// <exception cref="ValueError">There is no such function.</exception>
    public static OpLambda from_config(Config config)
    {
        var function = config.GetValueOrDefault("function") as string ?? throw new ValueError("The configuration of an op layer names its 'function'.");
        return Of(function, config.GetValueOrDefault("name") as string);
    }

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["function"] = function };

    /// <summary>Calls the function on symbolic arguments: a new node.</summary>
    internal Tensor Connect(object? first, OrderedDictionary<string, object?> keywords)
    {
        first = first is IReadOnlyList<object?> { Count: > 0 } list && list.All(item => item is Tensor) ? Nest.List(list.Select(item => ((Tensor)item!).Nest)) : first;
        shapes ??= first is Tensor tensor ? tensor.Nest.map(x => x.shape) : first is Nest<Tensor> nest ? nest.map(x => x.shape) : new TensorShape(Array.Empty<int?>());
        Tensor outputs;
        using (new CallFrame(EngineState.Current, name, null))
        {
            outputs = body(first, keywords);
        }

        var fresh = outputs.Nest.map(y => (Tensor)new KerasTensor(new OutputSpec(y.dtype, y.DimsArray)) { Inferred = Infer(y) });
        AddNode(first, keywords, fresh);
        return Tensors.Of(fresh);
    }

    // Of what may be a shape Keras keeps the value as far as it is known.
    private static int[]? Infer(Tensor y) => y.dtype != DType.Int32 || y.ndim > 1 || (y.ndim == 1 && y.dim(0) is -1 or 0 or > 1000) ? null
        : y is KerasTensor symbolic ? symbolic.InferredDims() : y.ToArray<int>();

    internal override Tensor Replay(object? first, IReadOnlyDictionary<string, object?> keywords)
    {
        using var frame = new CallFrame(EngineState.Current, name, null);
        return body(first, keywords);
    }
}

using KerasSharp.Engine;
using KerasSharp.Saving;
using KerasSharp.Utils;

namespace KerasSharp.Layers;

/// <summary>
/// A function of tensors as a layer: <c>Lambda(x =&gt; x * x)</c>. The function has no weights, and a file keeps its name alone: loading
/// needs it among the <c>custom_objects</c>. Source: <see href="https://keras.io/api/layers/core_layers/lambda/"/>.
/// </summary>
[KerasExport("keras.layers.Lambda")]
public class Lambda : Layer
{
    /// <summary>A layer of these arguments.</summary>
    /// <param name="function">What is computed.</param>
    /// <param name="output_shape">The shape of one sample of the output; the function itself tells it if not given.</param>
    /// <param name="mask">The mask of the output; none if not given.</param>
    /// <param name="arguments">Not supported: further arguments of the function, which a C# function closes over.</param>
    /// <param name="kwargs">What every layer takes.</param>
    /// <exception cref="NotImplementedError"><paramref name="arguments"/> were given.</exception>
    public Lambda(
        Func<Tensor, Tensor> function, TensorShape output_shape = default, Tensor? mask = null, IReadOnlyDictionary<string, object?>? arguments = null,
        LayerArguments kwargs = default)
        : base(kwargs)
    {
        ArgumentNullException.ThrowIfNull(function);
        (this.function, output_shape_given, this.mask) = (function, output_shape, mask);
        supports_masking = mask is not null;
        if (arguments is { Count: > 0 })
        {
            throw new NotImplementedError("Lambda does not support the argument `arguments`: a C# function takes what it needs from the code around it.");
        }
    }

    /// <summary>What is computed.</summary>
    public Func<Tensor, Tensor> function { get; }

    /// <summary>The mask of the output.</summary>
    public Tensor? mask { get; }

    private readonly TensorShape output_shape_given;
    private bool hasWarned;

    /// <summary>The layer of a configuration; its function is found by its name.</summary>
    /// <exception cref="ValueError">No function of this name is among the <c>custom_objects</c>.</exception>
    public static Lambda from_config(Config config)
    {
        ArgumentNullException.ThrowIfNull(config);
        var (layer, name) = (config.GetValueOrDefault("name") as string, config.GetValueOrDefault("function") as string);
        var body = (name is null ? null : CustomObjects.FindFunction<Func<Tensor, Tensor>>(name)) ?? (layer is null ? null : CustomObjects.FindFunction<Func<Tensor, Tensor>>(layer))
            ?? throw new ValueError($"The body of the Lambda layer \"{layer}\" is code, which a file does not bring along: pass it by its name, "
                + $"`custom_objects: new() {{ [\"{layer}\"] = (Func<Tensor, Tensor>)(x => …) }}`.");
        var shape = config.GetValueOrDefault("output_shape") as IReadOnlyList<object?>;
        return new Lambda(body, shape is null ? default : new TensorShape([.. shape.Select(d => d is null ? (int?)null : Convert.ToInt32(d))]),
            kwargs: new LayerArguments(layer, config.GetValueOrDefault("trainable") as bool?));
    }

    /// <inheritdoc/>
    /// <exception cref="ValueError">The function makes a variable, which would be another one at each call; in Keras's words.</exception>
    public override Tensor call(Nest<Tensor> inputs, in CallArguments args)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        using var watch = VariableWatch.Begin();
        var outputs = function(Tensors.Of(inputs));
        CheckVariables(watch, inputs.flatten().Exists(x => x.IsSymbolic));
        return outputs;
    }

    /// <inheritdoc/>
    public override Nest<TensorShape> compute_output_shape(Nest<TensorShape> input_shape)
    {
        ArgumentNullException.ThrowIfNull(input_shape);
        return output_shape_given.is_given ? output_shape_given.with_batch(input_shape.flatten()[0][0]) : base.compute_output_shape(input_shape);
    }

    /// <inheritdoc/>
    public override Nest<Tensor>? compute_mask(Nest<Tensor> inputs, Nest<Tensor>? mask) => this.mask is { } own ? new Nest<Tensor>(own) : null;

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config())
    {
        ["function"] = function.Method.Name,
        ["function_type"] = "function",
        ["module"] = function.Method.DeclaringType?.Namespace,
        ["output_shape"] = output_shape_given.is_given ? (object)output_shape_given : null,
        ["output_shape_type"] = "raw",
        ["output_shape_module"] = null,
        ["arguments"] = new Config(),
    };

    internal override Tensor InferOutputs(Nest<Tensor> inputs, in CallArguments args)
        => output_shape_given.is_given ? base.InferOutputs(inputs, args) : call(inputs, args);

    // What the function takes from the code around it is no weight of the layer: it would not be saved with it.
    private void CheckVariables(VariableWatch watch, bool symbolic)
    {
        if (watch.Made.Count == 0 && (hasWarned || watch.Read.Count == 0))
        {
            return;
        }

        var made = Texts(watch.Made.Except(weights), symbolic);
        if (made.Length > 0)
        {
            throw new ValueError($"The following Variables were created within a Lambda layer ({name})\nbut are not tracked by said layer:\n{made}\n"
                + "The layer cannot safely ensure proper Variable reuse across multiple\ncalls, and consequently this behavior is disallowed for safety. Lambda\n"
                + "layers are not well suited to stateful computation; instead, writing a\nsubclassed Layer is the recommend way to define layers with\nVariables.");
        }

        var read = Texts(watch.Read.Except(weights), symbolic);
        if (read.Length > 0 && !hasWarned)
        {
            hasWarned = true;
            KerasConsole.Warn($"\nThe following Variables were used a Lambda layer's call ({name}), but\nare not present in its tracked objects:\n{read}\n"
                + "It is possible that this is intended behavior, but it is more likely\nan omission. This is a strong indication that this layer should be\n"
                + "formulated as a subclassed Layer rather than a Lambda layer.");
        }
    }

    private static string Texts(IEnumerable<Variable> variables, bool symbolic)
        => string.Join('\n', variables.Select(variable => $"  {(symbolic ? variable.Describe() : variable.ToString())}"));
}

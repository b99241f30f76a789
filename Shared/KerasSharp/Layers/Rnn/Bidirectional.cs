using KerasSharp.Engine;
using KerasSharp.Saving;
using NumSharp;
using static KerasSharp.keras;

namespace KerasSharp.Layers;

/// <summary>
/// Reads a sequence forwards and backwards, by two copies of a recurrent layer, and joins what they give.
/// Source: <see href="https://keras.io/api/layers/recurrent_layers/bidirectional/"/>.
/// </summary>
[KerasExport("keras.layers.Bidirectional")]
public class Bidirectional : Wrapper
{
    private readonly Config? backwardConfig;
    private int constantsCount;

    /// <summary>A layer of these arguments.</summary>
    /// <param name="layer">An <see cref="RNN"/>, such as an LSTM. Two layers of its configuration do the work.</param>
    /// <param name="merge_mode">How the outputs are joined: <c>concat</c>, <c>sum</c>, <c>mul</c>, <c>ave</c>; null gives both.</param>
    /// <param name="weights">Initial weights: those of the forward layer, then those of the backward layer.</param>
    /// <param name="backward_layer">What reads backwards, if it is not a copy of <paramref name="layer"/>.</param>
    /// <param name="kwargs">What every layer takes.</param>
    /// <exception cref="ValueError">A layer is not recurrent, or the two do not fit together.</exception>
    public Bidirectional(
        Layer layer, string? merge_mode = "concat", IReadOnlyList<NDArray>? weights = null, Layer? backward_layer = null, LayerArguments kwargs = default)
        : base(layer ?? throw NotALayer(nameof(Bidirectional)), kwargs with { weights = weights })
    {
        this.merge_mode = merge_mode is "concat" or "sum" or "mul" or "ave" or null ? merge_mode
            : throw new ValueError($"Invalid merge mode. Received: {merge_mode}. Merge mode should be one of {{\"sum\", \"mul\", \"ave\", \"concat\", None}}");
        forward_layer = RecurrentCopy.Of(Recurrent(layer, nameof(layer)), isReversed: false);
        this.backward_layer = backward_layer is null ? RecurrentCopy.Of((RNN)layer, isReversed: true) : Recurrent(backward_layer, nameof(backward_layer));
        backwardConfig = backward_layer is null ? null : ObjectRegistry.Serialize(backward_layer);
        forward_layer.name = "forward_" + forward_layer.name;
        this.backward_layer.name = "backward_" + this.backward_layer.name;
        RecurrentCopy.CheckPair(forward_layer, this.backward_layer);

        // A step that does not count must not leave its neighbour's output, which the other direction would read from the wrong side.
        forward_layer.zero_output_for_mask = forward_layer.return_sequences;
        this.backward_layer.zero_output_for_mask = this.backward_layer.return_sequences;
        TrainableAlone = kwargs.trainable ?? layer.trainable;
        supports_masking = true;
        input_spec = layer.input_spec;
    }

    /// <summary>How the outputs are joined; null gives both.</summary>
    public string? merge_mode { get; }

    /// <summary>What reads forwards.</summary>
    public RNN forward_layer { get; }

    /// <summary>What reads backwards.</summary>
    public RNN backward_layer { get; }

    /// <summary>Whether the outputs of all steps come out.</summary>
    public bool return_sequences => forward_layer.return_sequences;

    /// <summary>Whether the last states come out behind the outputs.</summary>
    public bool return_state => forward_layer.return_state;

    /// <summary>Whether a batch begins with the states that the one before ended with.</summary>
    public bool stateful => forward_layer.stateful;

    internal override IReadOnlyList<Layer> SubLayers => [forward_layer, backward_layer];

    /// <inheritdoc/>
    public override void build(Nest<TensorShape> input_shape)
    {
        ArgumentNullException.ThrowIfNull(input_shape);
        var shapes = input_shape is { IsList: true, IsTuple: false } ? input_shape[0] : input_shape;
        forward_layer.EnsureBuilt(shapes);
        backward_layer.EnsureBuilt(shapes);
        built = true;
    }

    /// <inheritdoc/>
    public override Tensor call(Nest<Tensor> inputs, in CallArguments args)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var (x, states, constants) = RecurrentArguments.Split(inputs, args, constantsCount);
        var mask = args.mask is { } masks ? new Nest<Tensor>(masks.flatten()[0]) : null;
        var given = states?.flatten();
        var half = (given?.Count ?? 0) / 2;
        var forwards = Results(forward_layer, x, given?[..half], constants, mask, args);
        var backwards = Results(backward_layer, x, given?[half..], constants, mask, args);
        if (return_sequences)
        {
            backwards[0] = ops.flip(backwards[0], forward_layer.time_major ? 0 : 1);
        }

        var outputs = Merged(forwards[0], backwards[0]);
        List<Tensor> all = [.. outputs, .. forwards[1..], .. backwards[1..]];
        return all.Count == 1 ? all[0] : new Tensors(Nest.List<Tensor>(all));
    }

    /// <inheritdoc/>
    public override Nest<TensorShape> compute_output_shape(Nest<TensorShape> input_shape)
    {
        var shapes = forward_layer.compute_output_shape(input_shape);
        var output = shapes.IsLeaf ? shapes.Value : shapes[0].Value;
        var states = return_state ? shapes.Items.Skip(1).ToArray() : [];
        output = merge_mode == "concat" ? new TensorShape([.. output.SkipLast(1), output[^1] * 2]) : output;
        Nest<TensorShape>[] all = [output, .. merge_mode is null ? [output] : Array.Empty<Nest<TensorShape>>(), .. states, .. states];
        return all.Length == 1 ? all[0] : Nest.List(all.AsSpan());
    }

    /// <inheritdoc/>
    public override TensorShape compute_output_shape(TensorShape input_shape) => compute_output_shape((Nest<TensorShape>)input_shape).Value;

    /// <summary>The mask goes on with the outputs of all steps; the last outputs and the states have none.</summary>
    public override Nest<Tensor>? compute_mask(Nest<Tensor> inputs, Nest<Tensor>? mask)
    {
        var one = new Nest<Tensor>((return_sequences ? mask?.flatten()[0] : null)!);
        var states = return_state ? forward_layer.cell.state_size.Shapes.flatten().Count * 2 : 0;
        Nest<Tensor>[] all = [one, .. merge_mode is null ? [one] : Array.Empty<Nest<Tensor>>(), .. Enumerable.Repeat(new Nest<Tensor>(null!), states)];
        return all.Length > 1 ? Nest.List(all.AsSpan()) : one.Value is null ? null : one;
    }

    /// <summary>Sets the states that the next batch begins with: zeros.</summary>
    /// <param name="states">Not supported, as in Keras: set them in <see cref="forward_layer"/> and <see cref="backward_layer"/>.</param>
    /// <exception cref="AttributeError">The layer keeps no states.</exception>
    /// <exception cref="NotImplementedError">States were given.</exception>
    public void reset_states(Tensor? states = null)
    {
        if (!stateful)
        {
            throw new AttributeError("Layer must be stateful.");
        }

        if (states is not null)
        {
            throw new NotImplementedError("Bidirectional does not support the argument `states`: reset forward_layer and backward_layer with states of their own.");
        }

        forward_layer.reset_states();
        backward_layer.reset_states();
    }

    /// <inheritdoc/>
    public override Config get_config()
    {
        var config = base.get_config();
        config["merge_mode"] = merge_mode;
        if (constantsCount > 0)
        {
            config["num_constants"] = constantsCount;
        }

        if (backwardConfig is not null)
        {
            config["backward_layer"] = backwardConfig;
        }

        return config;
    }

    /// <summary>A layer of a configuration, with how many constants it was called.</summary>
    public static Bidirectional from_config(Config config)
    {
        ArgumentNullException.ThrowIfNull(config);
        var arguments = new Config(config);
        arguments.Remove("num_constants");
        var made = (Bidirectional)ObjectRegistry.Create("layers", nameof(Bidirectional), arguments);
        made.constantsCount = Convert.ToInt32(config.GetValueOrDefault("num_constants") ?? 0);
        return made;
    }

    private protected override void PrepareCall(ref Tensor inputs, ref CallArguments arguments)
    {
        var (x, states, constants) = RecurrentArguments.Split(inputs.Nest, arguments, constantsCount);
        constantsCount = constants?.Nest.flatten().Count ?? constantsCount;
        if (states is not null && states.flatten().Count % 2 > 0)
        {
            throw new ValueError("When passing `initial_state` to a Bidirectional RNN, the state should be a list containing the states of the underlying RNNs. "
                + $"Received: {states}");
        }

        (inputs, arguments) = RecurrentArguments.Joined(x, states, constants, arguments);
    }

    private protected override bool TakesArgument(string argument) => argument == "constants" || base.TakesArgument(argument);

    private protected override void CheckInputs(Nest<Tensor> inputs) => base.CheckInputs(inputs is { IsList: true, IsTuple: false } ? inputs[0] : inputs);

    private static RNN Recurrent(Layer layer, string argument) => layer as RNN
        ?? throw new ValueError($"The argument `{argument}` of Bidirectional is an RNN, such as an LSTM. Received: a layer of type {layer.GetType().Name}");

    private static List<Tensor> Results(RNN layer, Nest<Tensor> x, List<Tensor>? states, Tensor? constants, Nest<Tensor>? mask, in CallArguments args)
    {
        var others = constants is null ? null : new Dictionary<string, object?> { ["constants"] = constants };
        var y = layer.Invoke(Tensors.Of(x), new CallArguments(args.training, mask, states is null ? null : Nest.List<Tensor>(states), others));
        return y.Nest.flatten();
    }

    private Tensor[] Merged(Tensor y, Tensor reversed) => merge_mode switch
    {
        "concat" => [ops.concatenate([y, reversed])],
        "sum" => [y + reversed],
        "ave" => [(y + reversed) / 2],
        "mul" => [y * reversed],
        _ => [y, reversed],
    };
}

using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.Models;
using static KerasSharp.keras.layers;

namespace KerasSharp.Tests.Models.Graph;

// Layers and models of the user's own.
public static partial class GraphErrorTwins
{
    public static void model_without_call() => new EmptyModel().apply(Ones(1, 2));

    public static void layer_without_call_is_the_identity() => new EmptyLayer().apply(Ones(1, 2));

    public static void call_returns_nothing() => new Silent().apply(Ones(1, 2));

    public static void add_weight_unknown_initializer() => new Own().add_weight("w", 1, initializer: "zero_ones");

    public static void input_spec_rank() => new Own(new InputSpec(ndim: 3)).apply(Ones(1, 3));

    public static void input_spec_min_rank() => new Own(new InputSpec(min_ndim: 3)).apply(Ones(1, 3));

    public static void input_spec_max_rank() => new Own(new InputSpec(max_ndim: 1)).apply(Ones(1, 3));

    public static void input_spec_axes() => new Own(new InputSpec(axes: new Dictionary<int, int> { [-1] = 4 })).apply(Ones(1, 3));

    public static void input_spec_shape() => new Own(new InputSpec(shape: (null, 3, 2))).apply(Ones(1, 3, 3));

    public static void input_spec_of_two_inputs() => new Own([new InputSpec(ndim: 2), new InputSpec(ndim: 3)]).apply([Ones(1, 3), Ones(1, 2)]);

    public static void input_spec_number_of_inputs() => new Own([new InputSpec(ndim: 2), new InputSpec(ndim: 2)]).apply([Ones(1, 3)]);

    public static void trainable_weights_of_a_list_field_changed()
    {
        var n = new Lister();
        n.Items.Add(Dense(1));
        n.Items[0].apply(Ones(1, 2));
        Assert.Equal(2, n.weights.Count);
    }

    private sealed class EmptyModel() : Model(name: "net");

    private sealed class EmptyLayer : Layer;

    private sealed class Silent() : Layer("net")
    {
        public override Tensor call(Tensor inputs, bool? training = null) => null!;
    }

    private sealed class Own : Layer
    {
        public Own(Nest<InputSpec>? spec = null)
            : base("net") => input_spec = spec;

        public override Tensor call(Tensor inputs, bool? training = null) => inputs is Tensors several ? several.Nest[0].Value : inputs;
    }

    private sealed class Lister : Layer
    {
        public List<Layer> Items { get; } = [];

        public override Tensor call(Tensor inputs, bool? training = null) => inputs;
    }
}

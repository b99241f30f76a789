using KerasSharp.Engine;
using NumSharp;

namespace KerasSharp.Tests.Errors;

// Functions, initializers, constraints and settings that get what does not fit.
public static partial class ErrorTwins
{
    public static void get_unknown_activation() => keras.activations.get("rulu");

    public static void get_unknown_initializer() => keras.initializers.get("glorot");

    public static void get_unknown_regularizer() => keras.regularizers.get("l3");

    public static void get_unknown_constraint() => keras.constraints.get("positive");

    public static void to_categorical_out_of_range() => keras.utils.to_categorical(new[] { 0, 1, 5 }, num_classes: 3);

    public static void to_categorical_negative() => keras.utils.to_categorical(new[] { 0, -4 }, num_classes: 3);

    public static void to_categorical_empty() => keras.utils.to_categorical(np.array(Array.Empty<long>()));

    public static void normalize_of_wrong_axis() => keras.utils.normalize(np.ones(new Shape(2, 3)), axis: 3);

    public static void variance_scaling_unknown_mode() => keras.initializers.VarianceScaling(mode: "fan");

    public static void variance_scaling_scale() => keras.initializers.VarianceScaling(scale: -1.0);

    public static void variance_scaling_unknown_distribution() => keras.initializers.VarianceScaling(distribution: "gaussian");

    public static void orthogonal_of_rank_1() => keras.initializers.Orthogonal().call([3]);

    public static void identity_of_rank_3() => keras.initializers.Identity().call([2, 2, 2]);

    public static void set_image_data_format() => keras.backend.set_image_data_format("nchw");

    public static void set_floatx() => keras.backend.set_floatx("float");

    public static void softmax_of_rank_1() => keras.activations.softmax(Tensor.From<float>([1, 2], 2));
}

using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.Saving;
using NumSharp;
using static KerasSharp.keras.layers;

namespace KerasSharp.Tests.Errors;

// Layers that get what does not fit. Keras's automatic names are given, since they count up in a process.
public static partial class ErrorTwins
{
    public static void conv2d_rank_3_input() => Conv2D(8, 3, name: "conv2d").apply(Zeros(2, 28, 28));

    public static void conv2d_rank_2_keras_input() => OnInput(Conv2D(8, 3, name: "conv2d"), 784);

    public static void lstm_rank_2_input() => LSTM(3, name: "lstm").apply(Zeros(2, 4));

    public static void bidirectional_merge_mode() => Bidirectional(LSTM(2), merge_mode: "max");

    public static void dense_wrong_last_axis()
    {
        var d = Dense(3, name: "dense");
        d.apply(Zeros(2, 4));
        d.apply(Zeros(2, 5));
    }

    public static void dense_rank_1_input() => Dense(3, name: "dense").apply(Zeros(4));

    public static void dense_undefined_last_dimension() => OnInput(Dense(3), new TensorShape([null]));

    public static void conv2d_wrong_channel_count()
    {
        var c = Conv2D(4, 3, name: "conv2d");
        c.apply(Zeros(1, 8, 8, 1));
        c.apply(Zeros(1, 8, 8, 3));
    }

    public static void conv2d_undefined_channels() => OnInput(Conv2D(4, 3), (8, 8, null));

    public static void pooling_rank_3_input() => MaxPooling2D(name: "max_pooling2d").apply(Zeros(2, 8, 8));

    public static void reshape_wrong_size() => Reshape((5, 5)).apply(Zeros(2, 24));

    public static void reshape_wrong_size_symbolic() => OnInput(Reshape((5, 5)), 24);

    public static void reshape_two_unknowns() => OnInput(Reshape((-1, -1)), 24);

    public static void reshape_unknown_does_not_divide() => OnInput(Reshape((-1, 5)), 24);

    public static void conv2d_negative_dimension() => OnInput(Conv2D(4, 5, name: "conv2d"), (3, 3, 1));

    public static void pooling_negative_dimension() => OnInput(MaxPooling2D(4), (3, 3, 1));

    public static void flatten_of_wrong_data_format() => Flatten(data_format: "channels");

    public static void unknown_activation() => Dense(3, activation: "rulu");

    public static void unknown_initializer() => Dense(3, kernel_initializer: "glorot");

    public static void unknown_regularizer() => Dense(3, kernel_regularizer: "l3");

    public static void unknown_constraint() => Dense(3, kernel_constraint: "positive");

    public static void dense_units_zero() => Dense(0);

    public static void dense_units_negative() => Dense(-3);

    // The compiler refuses an unknown keyword; a configuration from a file can hold one.
    public static void unknown_keyword() => ObjectRegistry.Create("layers", "Dense", new Dictionary<string, object?> { ["units"] = 3, ["unit"] = 4 });

    public static void conv2d_invalid_padding() => Conv2D(4, 3, padding: "full");

    public static void conv2d_causal_padding() => Conv2D(4, 3, padding: "causal");

    public static void pooling_invalid_padding() => MaxPooling2D(padding: "full");

    public static void conv2d_kernel_size_of_three() => Conv2D(4, (3, 3, 3));

    public static void conv2d_kernel_size_zero() => Conv2D(4, 0);

    public static void conv2d_strides_negative() => Conv2D(4, 3, strides: -1);

    public static void conv2d_filters_not_divisible_by_groups() => Conv2D(4, 3, groups: 3);

    public static void conv2d_channels_not_divisible_by_groups() => Conv2D(4, 3, groups: 2).apply(Zeros(1, 5, 5, 3));

    public static void conv2d_strides_and_dilation() => Conv2D(4, 3, strides: 2, dilation_rate: 2).apply(Zeros(1, 9, 9, 1));

    public static void conv2d_invalid_data_format() => Conv2D(4, 3, data_format: "nchw");

    public static void dropout_rate_above_one() => Dropout(1.5);

    public static void dropout_rate_negative() => Dropout(-0.1);

    // As above: only a configuration can hold it.
    public static void dropout_rate_text() => ObjectRegistry.Create("layers", "Dropout", new Dictionary<string, object?> { ["rate"] = "half" });

    public static void relu_negative_max_value() => ReLU(max_value: -1.0);

    public static void relu_negative_slope_negative() => ReLU(negative_slope: -1.0);

    public static void relu_negative_threshold() => ReLU(threshold: -1.0);

    public static void set_weights_wrong_count()
    {
        var d = Dense(3, name: "dense");
        d.build((null, 4));
        d.set_weights([np.zeros(new Shape(4, 3))]);
    }

    public static void set_weights_wrong_shape()
    {
        var d = Dense(3, name: "dense");
        d.build((null, 4));
        d.set_weights([np.zeros(new Shape(5, 3)), np.zeros(new Shape(3))]);
    }

    // The models have a case of the same name.
    public static void layers_count_params_not_built() => Dense(3, name: "logits").count_params();

    public static void batch_normalization_wrong_channels()
    {
        var b = BatchNormalization(name: "batch_normalization");
        b.apply(Zeros(2, 4));
        b.apply(Zeros(2, 6));
    }

    public static void batch_normalization_axis_out_of_range() => BatchNormalization(axis: 3).apply(Zeros(2, 4));

    public static void multi_head_attention_needs_value() => MultiHeadAttention(2, 3).apply(Zeros(1, 2, 4));

    public static void group_normalization_groups() => GroupNormalization(3).apply(Zeros(2, 4));

    public static void random_flip_unknown_mode() => RandomFlip("diagonal", name: "random_flip");

    public static void random_rotation_unknown_fill_mode() => RandomRotation(0.1, fill_mode: "mirror");

    public static void random_zoom_out_of_range() => RandomZoom(1.5);

    public static void random_contrast_out_of_range() => RandomContrast(1.5);

    public static void random_brightness_out_of_range() => RandomBrightness(1.5);

    public static void category_encoding_out_of_range() => CategoryEncoding(num_tokens: 3).apply(Tensor.From<int>([0, 3], 1, 2));

    private static Tensor Zeros(params int[] shape) => Tensor.Full(0, shape);

    // What a model does with a layer when it knows the shape of its input and has no data yet.
    private static void OnInput(Layer layer, TensorShape sample) => layer.apply(keras.Input(sample));
}

using System.Reflection;
using KerasSharp.Constraints;
using KerasSharp.Engine;
using KerasSharp.Initializers;
using KerasSharp.Layers;
using KerasSharp.Losses;
using KerasSharp.Metrics;
using KerasSharp.Models;
using KerasSharp.Optimizers;
using KerasSharp.Optimizers.Schedules;
using KerasSharp.Regularizers;
using KerasSharp.Saving;

namespace KerasSharp.Tests.Saving;

/// <summary>A configuration of others makes classes of the library, each where its area is asked for, and calls no other function.</summary>
public class ForeignConfigTests
{
    private static readonly Dictionary<string, string[]> Aliases = new()
    {
        ["Conv1D"] = ["Convolution1D"],
        ["Conv1DTranspose"] = ["Convolution1DTranspose"],
        ["SeparableConv1D"] = ["SeparableConvolution1D"],
        ["MaxPooling1D"] = ["MaxPool1D"],
        ["AveragePooling1D"] = ["AvgPool1D"],
        ["GlobalMaxPooling1D"] = ["GlobalMaxPool1D"],
        ["GlobalAveragePooling1D"] = ["GlobalAvgPool1D"],
        ["Conv2D"] = ["Convolution2D"],
        ["Conv2DTranspose"] = ["Convolution2DTranspose"],
        ["SeparableConv2D"] = ["SeparableConvolution2D"],
        ["MaxPooling2D"] = ["MaxPool2D"],
        ["AveragePooling2D"] = ["AvgPool2D"],
        ["GlobalMaxPooling2D"] = ["GlobalMaxPool2D"],
        ["GlobalAveragePooling2D"] = ["GlobalAvgPool2D"],
        ["Conv3D"] = ["Convolution3D"],
        ["Conv3DTranspose"] = ["Convolution3DTranspose"],
        ["MaxPooling3D"] = ["MaxPool3D"],
        ["AveragePooling3D"] = ["AvgPool3D"],
        ["GlobalMaxPooling3D"] = ["GlobalMaxPool3D"],
        ["GlobalAveragePooling3D"] = ["GlobalAvgPool3D"],
        ["L1L2"] = ["l1_l2"],
        ["Functional"] = ["Model"],
    };

    // Where a configuration stands, the base class of what may stand there, and how it is read.
    private static readonly Dictionary<string, (Type Base, Action<Config> Read)> Places = new()
    {
        ["layer"] = (typeof(Layer), given => keras.models.model_from_config(Model(given))),
        ["activation"] = (typeof(Layer), given => InDense("activation", given)),
        ["kernel_initializer"] = (typeof(Initializer), given => InDense("kernel_initializer", given)),
        ["kernel_regularizer"] = (typeof(Regularizer), given => InDense("kernel_regularizer", given)),
        ["kernel_constraint"] = (typeof(Constraint), given => InDense("kernel_constraint", given)),
        ["loss"] = (typeof(Loss), given => keras.losses.deserialize(given)),
        ["metrics"] = (typeof(Metric), given => keras.metrics.deserialize(given)),
        ["optimizer"] = (typeof(Optimizer), given => keras.optimizers.deserialize(given)),
        ["learning_rate"] = (typeof(LearningRateSchedule), given => keras.optimizers.deserialize(
            new Config { ["class_name"] = "SGD", ["config"] = new Config { ["learning_rate"] = given } })),
    };

    private static readonly (string Path, MethodInfo Method)[] Methods = [.. All(typeof(keras), "")];

    public static TheoryData<string> PlaceNames => new(Places.Keys);

    [Fact]
    public void There_are_functions_to_be_kept_away_from()
    {
        string[] some = ["models.save_model", "saving.load_model", "datasets.mnist.load_data", "backend.set_image_data_format", "layers.Dense", ".Sequential"];
        Assert.Subset(Methods.Select(m => $"{m.Path}.{m.Method.Name}").ToHashSet(), some.ToHashSet());
    }

    // No function has this argument. An error about the argument shows that the function was found; an unknown name fails before that.
    [Theory, MemberData(nameof(PlaceNames))]
    public void Only_a_factory_of_the_right_area_is_ever_found(string place)
    {
        var (wanted, read) = Places[place];
        foreach (var (path, method) in Methods)
        {
            var anywhere = Array.Exists(Methods, m => m.Method.Name == method.Name && IsFactory(m.Path, m.Method, wanted));
            Check($"keras.{path}".TrimEnd('.'), Array.Exists(Methods, m => m.Path == path && m.Method.Name == method.Name && IsFactory(path, m.Method, wanted)));
            Check(path, false);
            Check(null, anywhere);

            void Check(string? module, bool mayBeFound)
            {
                var config = new Config { ["class_name"] = method.Name, ["config"] = new Config { ["no_such_argument"] = 1 } };
                if (module is not null)
                {
                    config["module"] = module;
                }

                var error = Record.Exception(() => read(config));
                var isUnknown = error is ValueError && error.Message.StartsWith("Unknown ", StringComparison.Ordinal) && error.Message.Contains($"'{method.Name}'");
                Assert.True(isUnknown != mayBeFound, $"{module ?? "(no module)"}.{method.Name} as {place}: {error?.GetType().Name ?? "made"} {error?.Message}");
            }
        }
    }

    [Theory]
    [InlineData("keras.datasets", "Dense")]
    [InlineData("keras.initializers", "Dense")]
    [InlineData("keras.models", "Dense")]
    [InlineData("keras.layers.Dense", "Dense")]
    [InlineData("keras.", "Dense")]
    [InlineData("", "Dense")]
    [InlineData("os", "system")]
    [InlineData("builtins", "exec")]
    [InlineData("KerasSharp.Layers", "Dense")]
    [InlineData("keras", "load_model")]
    [InlineData("keras", "Sequential, KerasSharp")]
    public void A_module_that_has_no_such_layer_is_refused_in_Keras_words(string module, string name)
    {
        var error = Assert.Throws<ValueError>(() => keras.models.model_from_config(Model(new() { ["module"] = module, ["class_name"] = name, ["config"] = new Config { ["units"] = 1 } })));
        Assert.StartsWith($"Unknown layer: '{name}'. Please ensure you are using a `keras.utils.custom_object_scope`", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_module_that_is_no_text_is_refused() => Assert.Throws<ValueError>(() => keras.models.model_from_config(
        Model(new() { ["module"] = 1, ["class_name"] = "Flatten", ["config"] = new Config() })));

    [Theory]
    [InlineData("units", "got an argument 'units' of a wrong type")]
    [InlineData("name", "Expected `name` argument to be a string, but got: ")]
    [InlineData("use_bias", "got an argument 'use_bias' of a wrong type")]
    public void A_configuration_in_place_of_a_number_or_a_text_has_a_wrong_type(string argument, string message)
    {
        var config = new Config { ["module"] = "keras.layers", ["class_name"] = "Flatten", ["config"] = new Config() };
        Assert.Contains(message, Assert.Throws<TypeError>(() => InDense(argument, config)).Message);
    }

    [Theory]
    [InlineData("keras")]
    [InlineData("keras.models")]
    [InlineData(null)]
    public void A_model_inside_a_model_is_made(string? module)
    {
        var inner = Model(new() { ["module"] = "keras.layers", ["class_name"] = "Dense", ["config"] = new Config { ["units"] = 3, ["kernel_initializer"] = "ones" } });
        if (module is not null)
        {
            inner["module"] = module;
        }

        Assert.IsType<Sequential>(Assert.Single(keras.models.model_from_config(Model(inner)).layers));
    }

    [Fact]
    public void A_class_of_the_users_stands_only_where_its_kind_is_asked_for()
    {
        using var scope = keras.utils.custom_object_scope(new() { ["Twos"] = typeof(Twos) });
        var config = new Config { ["module"] = "my.module", ["class_name"] = "Twos", ["config"] = new Config(), ["registered_name"] = "Twos" };
        Assert.IsType<Twos>(keras.initializers.deserialize(config));
        var dense = (KerasSharp.Layers.Dense)ObjectRegistry.Deserialize(Dense("kernel_initializer", config), "layers");
        Assert.IsType<Twos>(dense.kernel_initializer);
        Assert.StartsWith("Unknown regularizer: 'Twos'.", Assert.Throws<ValueError>(() => InDense("kernel_regularizer", config)).Message, StringComparison.Ordinal);
    }

    /// <summary>The model of one layer.</summary>
    internal static Config Model(Config layer) => new() { ["class_name"] = "Sequential", ["config"] = new Config { ["layers"] = new List<object?> { layer } } };

    private static void InDense(string argument, Config given) => ObjectRegistry.Deserialize(Dense(argument, given), "layers");

    private static Config Dense(string argument, Config given) => new()
    {
        ["module"] = "keras.layers",
        ["class_name"] = "Dense",
        ["config"] = new Config { ["units"] = 1, [argument] = given },
    };

    private static IEnumerable<(string Path, MethodInfo Method)> All(Type type, string path) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Select(method => (path, method))
            .Concat(type.GetNestedTypes().SelectMany(nested => All(nested, path.Length == 0 ? nested.Name : $"{path}.{nested.Name}")));

    // Written down a second time, from the rules: a class stands in its own area (a model also in keras itself), under its own name.
    private static bool IsFactory(string path, MethodInfo method, Type wanted)
    {
        var type = method.ReturnType;
        return !type.IsAbstract && type.IsAssignableTo(wanted)
            && (type.Namespace!.Equals($"KerasSharp.{path.Replace("optimizers.experimental", "optimizers", StringComparison.Ordinal)}", StringComparison.OrdinalIgnoreCase) || (path.Length == 0 && type.IsAssignableTo(typeof(Model))))
            && (method.Name.Replace("_", "", StringComparison.Ordinal).Equals(type.Name, StringComparison.OrdinalIgnoreCase)
                || (Aliases.TryGetValue(type.Name, out var names) && names.Contains(method.Name)));
    }

    private sealed class Twos : Initializer
    {
        public override Tensor call(ReadOnlySpan<int> shape, string dtype = "float32") => Tensor.Full(2, shape.ToArray());
    }
}

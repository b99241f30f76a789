using KerasSharp.Saving;
using KerasSharp.Saving.Hdf5;
using KerasSharp.Saving.Json;
using KerasSharp.Tests.Utils;

namespace KerasSharp.Tests.Saving;

/// <summary>Model files that want functions of the library called: none is, and nothing outside of the model changes.</summary>
[Collection("alone")]
public sealed class HostileModelFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string> Places => ["layer", "kernel_initializer", "activation"];

    [Theory, MemberData(nameof(Places))]
    public void A_file_of_the_users_is_not_written_over(string place)
    {
        var path = folder["precious.h5"];
        File.WriteAllText(path, "precious");
        Refused(place, new()
        {
            ["module"] = "keras.models",
            ["class_name"] = "save_model",
            ["config"] = new Config
            {
                ["model"] = PythonJson.loads(PythonJson.dumps(ObjectRegistry.Serialize(keras.Sequential([keras.layers.Dense(1, input_shape: 1)])))),
                ["filepath"] = path,
                ["save_format"] = "h5",
            },
        });
        Assert.Equal("precious", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(Path.GetDirectoryName(path)!));
    }

    [Theory, MemberData(nameof(Places))]
    public void No_data_set_is_looked_for_and_no_folder_made(string place)
    {
        var home = folder["home"];
        using var keras = Variable("KERAS_HOME", home);
        using var datasets = Variable("KERASSHARP_DATASETS", null);
        Refused(place, new()
        {
            ["module"] = "keras.datasets.mnist",
            ["class_name"] = "load_data",
            ["config"] = new Config { ["path"] = "deep/down.npz" },
        });
        Assert.False(Directory.Exists(home));
    }

    [Theory, MemberData(nameof(Places))]
    public void Settings_of_the_process_stay(string place)
    {
        try
        {
            Refused(place, new()
            {
                ["module"] = "keras.backend",
                ["class_name"] = "set_image_data_format",
                ["config"] = new Config { ["data_format"] = "channels_first" },
            });
            Assert.Equal("channels_last", keras.backend.image_data_format());
        }
        finally
        {
            keras.backend.set_image_data_format("channels_last");
        }
    }

    [Fact]
    public void A_model_file_is_read_by_the_same_rules()
    {
        var precious = folder["precious.h5"];
        File.WriteAllText(precious, "precious");
        var text = PythonJson.dumps(ForeignConfigTests.Model(new() { ["module"] = "keras.models", ["class_name"] = "save_model", ["config"] = new Config { ["filepath"] = precious } }));
        var file = new Hdf5Group();
        file.Attributes["model_config"] = text;
        Hdf5Writer.Write(folder["hostile.h5"], file);
        Assert.StartsWith("Unknown layer: 'save_model'.", Assert.Throws<ValueError>(() => keras.models.load_model(folder["hostile.h5"])).Message, StringComparison.Ordinal);
        Assert.Equal("precious", File.ReadAllText(precious));
    }

    private static void Refused(string place, Config wanted)
    {
        var layer = place == "layer" ? wanted : new Config
        {
            ["module"] = "keras.layers",
            ["class_name"] = "Dense",
            ["config"] = new Config { ["units"] = 1, [place] = wanted },
        };
        var text = PythonJson.dumps(ForeignConfigTests.Model(layer));
        var error = Record.Exception(() => keras.models.model_from_json(text));
        Assert.StartsWith($"Unknown {place switch { "kernel_initializer" => "initializer", "activation" => "activation function", _ => place }}: '{wanted["class_name"]}'.", Assert.IsType<ValueError>(error).Message, StringComparison.Ordinal);
    }

    private static Restored Variable(string name, string? value) => new(name, value);

    private sealed class Restored : IDisposable
    {
        private readonly string name;
        private readonly string? before;

        public Restored(string name, string? value)
        {
            (this.name, before) = (name, Environment.GetEnvironmentVariable(name));
            Environment.SetEnvironmentVariable(name, value);
        }

        public void Dispose() => Environment.SetEnvironmentVariable(name, before);
    }
}

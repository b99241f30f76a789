using KerasSharp.Tests.Utils;
using KerasSharp.Utils;
using NumSharp;
using static KerasSharp.keras.callbacks;
using static KerasSharp.keras.layers;
using static KerasSharp.keras.models;

namespace KerasSharp.Tests.Callbacks;

/// <summary>Where checkpoints can, and cannot, be written.</summary>
public class ModelCheckpointTests
{
    [Fact]
    public void The_folder_is_made()
    {
        using var folder = new TemporaryFolder();
        Fit(folder["a/b/m.h5"]);
        Assert.True(File.Exists(folder["a/b/m.h5"]));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_named()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["file"], "");
        var error = Assert.Throws<OSError>(() => Fit(folder["file/m.h5"]));
        Assert.Contains($"'{folder["file/m.h5"]}'", error.Message, StringComparison.Ordinal);
    }

    private static void Fit(string filepath)
    {
        using var _ = KerasConsole.Use(error: TextWriter.Null);
        var model = Sequential([Dense(1, input_shape: 2)]);
        model.compile(optimizer: "sgd", loss: "mse");
        model.fit(np.ones((4, 2)), np.ones((4, 1)), verbose: 0, callbacks: [ModelCheckpoint(filepath)]);
    }
}

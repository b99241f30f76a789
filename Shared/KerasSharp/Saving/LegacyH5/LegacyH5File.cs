using KerasSharp.Engine;
using KerasSharp.Models;
using KerasSharp.Saving.Hdf5;
using KerasSharp.Saving.Json;
using KerasSharp.Utils;

namespace KerasSharp.Saving.LegacyH5;

/// <summary>
/// Keras 2's HDF5 file: a model's configuration, weights, compilation and the optimizer's state.
/// Source: <see href="https://www.tensorflow.org/guide/keras/save_and_serialize"/>, and files of real Keras.
/// </summary>
internal static class LegacyH5File
{
    /// <summary>The backend that files name: the port computes what TensorFlow's Keras does, and the layout of weights is its.</summary>
    public const string BackendName = "tensorflow";

    private const string ModelWeights = "model_weights";

    /// <summary>Writes a whole model.</summary>
    public static void SaveModel(string filepath, Model model, bool include_optimizer)
    {
        RequireGraph(model);
        var root = new Hdf5Group
        {
            Attributes =
            {
                ["keras_version"] = keras.__version__,
                ["backend"] = BackendName,
                ["model_config"] = PythonJson.dumps(LegacyConfig.OfModel(model)),
            },
        };
        LegacyWeights.Save(root.RequireGroup(ModelWeights), model);
        if (include_optimizer && model.is_compiled)
        {
            root.Attributes["training_config"] = PythonJson.dumps(LegacyConfig.OfTraining(model));
            LegacyOptimizer.Save(root, model.optimizer);
        }

        AtomicFile.CreateFolder(filepath);
        Hdf5Writer.Write(filepath, root);
    }

    /// <summary>Writes only the weights.</summary>
    public static void SaveWeights(string filepath, Model model)
    {
        var root = new Hdf5Group();
        LegacyWeights.Save(root, model);
        Hdf5Writer.Write(filepath, root);
    }

    /// <summary>Reads weights into a built model, from a file of weights or of a whole model.</summary>
    public static void LoadWeights(Hdf5File file, Model model, bool skip_mismatch, bool by_name)
    {
        var isWhole = KerasAttributes.GetNames(file.Root, LegacyWeights.LayerNames) is null && file.Root.Find(ModelWeights) is Hdf5Group;
        var group = isWhole ? (Hdf5Group)file.Root.Find(ModelWeights)! : file.Root;
        var source = isWhole ? $"{ModelWeights} in '{file.Path}'" : $"'{file.Path}'";
        if (by_name)
        {
            LegacyWeights.LoadByName(group, model, skip_mismatch, source);
        }
        else
        {
            LegacyWeights.Load(group, model, source);
        }
    }

    /// <summary>Reads a whole model.</summary>
    public static Model LoadModel(string filepath, bool compile)
    {
        using var file = Hdf5File.Open(filepath);
        var config = ReadJson(file, "model_config") ?? throw new ValueError(
            $"No model config found in the file at {filepath}. It holds at most weights: build the model in code and call `model.load_weights`.");
        var model = keras.models.model_from_config(config);
        var weights = file.Root.Find(ModelWeights) as Hdf5Group
            ?? throw new KeyError($"Unable to synchronously open object (object '{ModelWeights}' doesn't exist): the file '{filepath}' holds no weights");
        LegacyWeights.Load(weights, model, $"{ModelWeights} in '{filepath}'");
        if (compile)
        {
            Compile(file, model);
        }

        return model;
    }

    private static void Compile(Hdf5File file, Model model)
    {
        if (ReadJson(file, "training_config") is not { } config)
        {
            KerasConsole.Warn("No training configuration found in the save file, so the model was *not* compiled. Compile it manually.");
            return;
        }

        TrainingConfig.Compile(model, config);
        LegacyOptimizer.Load(file.Root, model, file.Path);
    }

    private static Config? ReadJson(Hdf5File file, string attribute)
    {
        if (!file.Root.Attributes.TryGetValue(attribute, out var value))
        {
            return null;
        }

        var text = value as string ?? throw new ValueError($"The attribute '{attribute}' of '{file.Path}' should be a text, and is a list or a number.");
        try
        {
            return PythonJson.loads(text) as Config ?? throw new ValueError($"The attribute '{attribute}' of '{file.Path}' should be a JSON object.");
        }
        catch (JSONDecodeError e)
        {
            throw new JSONDecodeError($"The attribute '{attribute}' of '{file.Path}' is not valid JSON: {e.msg}", text, e.pos);
        }
    }

    private static void RequireGraph(Model model)
    {
        if (model is not Functional)
        {
            throw new NotImplementedError("Saving the model to HDF5 format requires the model to be a Functional model or a Sequential model. It does not work "
                + "for subclassed models, because such models are defined via the body of a Python method, which isn't safely serializable. Consider saving "
                + "to the Tensorflow SavedModel format (by setting save_format=\"tf\") or using `save_weights`.");
        }
    }
}

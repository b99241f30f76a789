using KerasSharp.Python;
using KerasSharp.Saving;
using KerasSharp.Saving.Hdf5;
using KerasSharp.Saving.Json;
using KerasSharp.Saving.LegacyH5;
using KerasSharp.Saving.StateH5;

namespace KerasSharp.Models;

// Files. Source: https://keras.io/api/saving/
public abstract partial class Model
{
    // Names that end so have a form of their own since Keras 2.13.
    private const string StateSuffix = ".weights.h5";

    /// <summary>
    /// Writes the model into a file: configuration, weights, compilation and the optimizer's state. The file is written whole or not at all:
    /// one that was there before stays as it was if anything goes wrong.
    /// Source: <see href="https://www.tensorflow.org/versions/r2.15/api_docs/python/tf/keras/Model#save"/>.
    /// </summary>
    /// <param name="filepath">A name that ends in <c>.h5</c> or <c>.hdf5</c>. Its folder is made if it is not there.</param>
    /// <param name="overwrite">Whether a file of this name is replaced without asking.</param>
    /// <param name="save_format"><c>h5</c>; by the name if not given. Other formats of Keras are not supported.</param>
    /// <param name="include_optimizer">Whether compilation and optimizer are written too.</param>
    /// <exception cref="ValueError">The model has no weights yet, or the format is unknown.</exception>
    /// <exception cref="NotImplementedError">The format is not supported, or the model is none that its configuration describes.</exception>
    /// <exception cref="OSError">The file cannot be written.</exception>
    public void save(string filepath, bool overwrite = true, string? save_format = null, bool include_optimizer = true)
    {
        ArgumentException.ThrowIfNullOrEmpty(filepath);
        SaveFormat.RequireH5(filepath, save_format);
        RequireWeights();
        PythonWarnings.Warn("You are saving your model as an HDF5 file via `model.save()`. This file format is considered legacy. "
            + "We recommend using instead the native Keras format, e.g. `model.save('my_model.keras')`.");
        if (OverwritePrompt.MayWrite(filepath, overwrite))
        {
            LegacyH5File.SaveModel(filepath, this, include_optimizer);
        }
    }

    /// <summary>Writes only the weights; like <see cref="save"/>, the whole file or nothing.</summary>
    /// <param name="filepath">
    /// A name that ends in <c>.h5</c> or <c>.hdf5</c>, in a folder that is there. With <c>.weights.h5</c> the file has the newer form that Keras
    /// writes for such names, and keeps the optimizer's state too.
    /// </param>
    /// <param name="overwrite">Whether a file of this name is replaced without asking.</param>
    /// <param name="save_format"><c>h5</c>; by the name if not given.</param>
    /// <param name="options">Not supported: TensorFlow's options for checkpoints.</param>
    /// <exception cref="ValueError">The model has no weights yet, or the format is unknown or does not go with the name.</exception>
    /// <exception cref="NotImplementedError">The format is not supported, or options were given.</exception>
    /// <exception cref="OSError">The file cannot be written.</exception>
    public void save_weights(string filepath, bool overwrite = true, string? save_format = null, object? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(filepath);
        RefuseOptions(options);
        RequireWeights();
        var isState = filepath.EndsWith(StateSuffix, StringComparison.Ordinal);
        if (!isState)
        {
            SaveFormat.RequireWeightsH5(filepath, save_format);
        }

        if (!OverwritePrompt.MayWrite(filepath, overwrite))
        {
            return;
        }

        if (isState)
        {
            StateH5File.Save(filepath, this);
        }
        else
        {
            LegacyH5File.SaveWeights(filepath, this);
        }
    }

    /// <summary>Reads weights from a file that <see cref="save_weights"/>, <see cref="save"/> or Keras wrote. Nothing is changed if one does not fit.</summary>
    /// <param name="filepath">The file.</param>
    /// <param name="skip_mismatch">Whether weights that do not fit are passed over with a warning; goes with <paramref name="by_name"/>, or a <c>.weights.h5</c>.</param>
    /// <param name="by_name">Whether layers are found by their names; else by their order.</param>
    /// <param name="options">Not supported: TensorFlow's options for checkpoints.</param>
    /// <exception cref="ValueError">The model has no weights yet, or numbers or shapes differ, in Keras's words.</exception>
    /// <exception cref="KeyError">The file lists weights that it does not hold.</exception>
    /// <exception cref="NotImplementedError">Options were given, or the file has another format.</exception>
    /// <exception cref="OSError">The file cannot be read, or is damaged.</exception>
    public void load_weights(string filepath, bool skip_mismatch = false, bool by_name = false, object? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(filepath);
        RefuseOptions(options);
        var isStateName = filepath.EndsWith(StateSuffix, StringComparison.Ordinal);
        if (skip_mismatch && !by_name && !isStateName)
        {
            throw new ValueError("When calling model.load_weights, skip_mismatch can only be set to True when by_name is True.");
        }

        RequireWeights();
        SaveFormat.RequireReadable(filepath);
        using var file = Hdf5File.Open(filepath);
        if (!StateH5File.Is(file))
        {
            LegacyH5File.LoadWeights(file, this, skip_mismatch, by_name);
            return;
        }

        if (by_name)
        {
            throw new ValueError($"`by_name=True` goes with legacy files; the file '{filepath}' keeps weights by the classes of layers.");
        }

        StateH5File.Load(file, this, skip_mismatch);
    }

    /// <summary>The model's configuration as JSON, which <c>keras.models.model_from_json</c> reads.</summary>
    /// <param name="indent">Spaces per level, each entry on its own line; one line if not given.</param>
    /// <param name="sort_keys">Whether objects list their keys in order.</param>
    public string to_json(int? indent = null, bool sort_keys = false)
    {
        var config = new Config
        {
            ["class_name"] = GetType().Name,
            ["config"] = get_config(),
            ["keras_version"] = keras.__version__,
            ["backend"] = LegacyH5File.BackendName,
        };
        return PythonJson.dumps(config, indent, sort_keys);
    }

    // Keras's error for a model without weights.
    private void RequireWeights() => _ = trainable_weights;

    private static void RefuseOptions(object? options)
    {
        if (options is not null)
        {
            throw new NotImplementedError($"`options` is not supported: it belongs to TensorFlow's checkpoints. Received: options={options}");
        }
    }
}

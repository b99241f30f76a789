using KerasSharp.Models;
using KerasSharp.Saving;
using KerasSharp.Saving.Json;
using KerasSharp.Saving.LegacyH5;

namespace KerasSharp;

public static partial class keras
{
    /// <summary>The same functions under the name that Keras gives the module of files. Source: <see href="https://keras.io/api/saving/"/>.</summary>
    public static partial class saving;

    /// <summary>Saving and loading whole models. Source: <see href="https://keras.io/api/saving/"/>.</summary>
    public static partial class models
    {
        /// <summary>
        /// Reads a model that <c>model.save</c> or Keras wrote (HDF5): with weights, compiled as it was, the optimizer in its state.
        /// Source: <see href="https://keras.io/api/models/model_saving_apis/model_saving_and_loading/"/>.
        /// </summary>
        /// <param name="filepath">The file.</param>
        /// <param name="custom_objects">The user's own classes (<c>typeof(MyLayer)</c>) and functions by the names that the file has for them.</param>
        /// <param name="compile">Whether the model is compiled as it was; a warning says so where the file does not tell.</param>
        /// <param name="safe_mode">Only true: Python code in files is never run.</param>
        /// <exception cref="OSError">There is no such file, or it is damaged or no model file.</exception>
        /// <exception cref="ValueError">The file holds no configuration, a class is unknown, or weights do not fit.</exception>
        /// <exception cref="KeyError">The file lists weights that it does not hold.</exception>
        /// <exception cref="NotImplementedError">It is a file of a format that is not supported.</exception>
        [KerasExport("keras.models.load_model", "keras.saving.load_model")]
        public static Model load_model(string filepath, IReadOnlyDictionary<string, object>? custom_objects = null, bool compile = true, bool safe_mode = true)
        {
            ArgumentException.ThrowIfNullOrEmpty(filepath);
            if (!safe_mode)
            {
                throw new NotImplementedError("`safe_mode=False` is not supported: Python code in files cannot be run here. Received: safe_mode=False");
            }

            if (!Path.Exists(filepath))
            {
                throw new OSError($"No file or directory found at {filepath}");
            }

            SaveFormat.RequireReadable(filepath);
            using var scope = CustomObjects.Use(custom_objects);
            return LegacyH5File.LoadModel(filepath, compile);
        }

        /// <inheritdoc cref="Model.save" path="/*[not(self::param)]"/>
        /// <param name="model">The model.</param>
        /// <param name="filepath">As in <see cref="Model.save"/>.</param>
        /// <param name="overwrite">As in <see cref="Model.save"/>.</param>
        /// <param name="save_format">As in <see cref="Model.save"/>.</param>
        /// <param name="include_optimizer">As in <see cref="Model.save"/>.</param>
        [KerasExport("keras.models.save_model", "keras.saving.save_model")]
        public static void save_model(Model model, string filepath, bool overwrite = true, string? save_format = null, bool include_optimizer = true)
        {
            ArgumentNullException.ThrowIfNull(model);
            model.save(filepath, overwrite, save_format, include_optimizer);
        }

        /// <summary>The model of a configuration that <c>model.to_json()</c> wrote, with new weights and not compiled.</summary>
        /// <param name="json_string">The text.</param>
        /// <param name="custom_objects">The user's own classes by the names that the text has for them.</param>
        /// <exception cref="JSONDecodeError">The text is not JSON.</exception>
        /// <exception cref="ValueError">A class is unknown.</exception>
        public static Model model_from_json(string json_string, IReadOnlyDictionary<string, object>? custom_objects = null) =>
            model_from_config(PythonJson.loads(json_string) as Config ?? throw new ValueError("The JSON text of a model is an object with a 'class_name'."), custom_objects);

        /// <summary>The model of <c>{"class_name", "config"}</c>, with new weights and not compiled.</summary>
        /// <param name="config">The configuration.</param>
        /// <param name="custom_objects">The user's own classes by the names that it has for them.</param>
        /// <exception cref="ValueError">A class is unknown.</exception>
        public static Model model_from_config(Config config, IReadOnlyDictionary<string, object>? custom_objects = null)
        {
            ArgumentNullException.ThrowIfNull(config);
            using var scope = CustomObjects.Use(custom_objects);
            var className = config.GetValueOrDefault("class_name") as string
                ?? throw new ValueError($"The configuration of a model has a 'class_name'. Received: {string.Join(", ", config.Keys)}");
            var arguments = config.GetValueOrDefault("config") switch
            {
                Config given => given,
                // Before Keras 2.2.3 a Sequential model was its list of layers.
                IReadOnlyList<object?> layers => new Config { ["layers"] = layers },
                _ => [],
            };
            if (CustomObjects.FindClass(className) is { } custom)
            {
                return (Model)CustomObjects.Create(custom, arguments);
            }

            return ExportAreas.Find(nameof(models), className) is { } known ? (Model)CustomObjects.Create(known.Type, arguments)
                : throw ObjectRegistry.Unknown("layer", className);
        }
    }
}

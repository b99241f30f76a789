using KerasSharp.Utils;

namespace KerasSharp;

public static partial class keras
{
    /// <summary>Settings of the process. Source: <see href="https://keras.io/api/utils/backend_utils/"/>.</summary>
    public static partial class backend
    {
        private static double currentEpsilon = 1e-7;
        private static string currentDataFormat = "channels_last";

        /// <summary>The small number that keeps divisions and logarithms from 0.</summary>
        public static double epsilon() => currentEpsilon;

        /// <summary>Sets what <see cref="epsilon"/> gives.</summary>
        public static void set_epsilon(double value) => currentEpsilon = value;

        /// <summary>The type that layers compute in: <c>float32</c>.</summary>
        public static string floatx() => "float32";

        /// <summary>Accepts <c>float32</c>, the one type that the engine computes in.</summary>
        /// <exception cref="ValueError">Keras has no such type.</exception>
        /// <exception cref="NotImplementedError">Keras has it and the engine has not.</exception>
        public static void set_floatx(string value)
        {
            if (value is "float16" or "float64")
            {
                throw new NotImplementedError($"The engine computes in float32. Received: floatx={value}");
            }

            if (value != "float32")
            {
                throw new ValueError($"Unknown `floatx` value: {value}. Expected one of {{'float16', 'float32', 'float64'}}");
            }
        }

        /// <summary>Where layers expect the channels of images unless told otherwise: <c>channels_last</c> or <c>channels_first</c>.</summary>
        public static string image_data_format() => currentDataFormat;

        /// <summary>Sets what <see cref="image_data_format"/> gives.</summary>
        /// <exception cref="ValueError">Neither of the two.</exception>
        public static void set_image_data_format(string data_format) => currentDataFormat = data_format is "channels_last" or "channels_first" ? data_format
            : throw new ValueError($"Unknown `data_format`: {data_format}. Expected one of {{'channels_first', 'channels_last'}}");

        /// <summary>Starts the numbers of automatic names again: the next Dense layer is <c>dense</c>. Forgets the learning phase.</summary>
        public static void clear_session()
        {
            NameRegistry.Clear();
            LearningPhase = null;
        }
    }
}

using KerasSharp.Engine;
using KerasSharp.Python;

namespace KerasSharp;

public static partial class keras
{
    public static partial class backend
    {
        /// <summary>
        /// Says once for all later calls on this thread whether they are training; a call's own <c>training</c> still counts before it. Keras
        /// warns that it is deprecated. <see cref="clear_session"/> takes it back.
        /// </summary>
        /// <param name="value">1 (or true) for training, 0 (or false) for inference.</param>
        /// <exception cref="ValueError">Another number, in Keras's words.</exception>
        public static void set_learning_phase(int value)
        {
            PythonWarnings.Warn("`tf.keras.backend.set_learning_phase` is deprecated and will be removed after 2020-10-11. To update it, simply pass a True/False "
                + "value to the `training` argument of the `__call__` method of your layer or model.");
            EngineState.Current.LearningPhase = value is 0 or 1 ? value == 1 : throw new ValueError("Expected learning phase to be 0 or 1.");
        }

        /// <inheritdoc cref="set_learning_phase(int)"/>
        public static void set_learning_phase(bool value) => set_learning_phase(value ? 1 : 0);
    }
}

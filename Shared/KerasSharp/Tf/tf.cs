namespace KerasSharp;

/// <summary>
/// What programs take from <c>import tensorflow as tf</c> beside Keras itself.
/// Source: <see href="https://www.tensorflow.org/api_docs/python/tf"/>.
/// </summary>
public static partial class tf
{
    /// <summary>
    /// The version of TensorFlow and Keras whose behaviour is followed. No TensorFlow computes here: <c>keras.config.backend()</c> names what does.
    /// </summary>
    public static string __version__ => keras.__version__;

    /// <summary>
    /// A tape that records from here on, as after Python's <c>with tf.GradientTape() as tape:</c>. Dispose it (<c>using</c>) at the block's end.
    /// Source: <see href="https://www.tensorflow.org/api_docs/python/tf/GradientTape"/>.
    /// </summary>
    /// <param name="persistent">Whether <c>gradient</c> may be called more than once.</param>
    /// <param name="watch_accessed_variables">Whether trainable variables are watched by themselves.</param>
    public static Engine.GradientTape GradientTape(bool persistent = false, bool watch_accessed_variables = true)
        => new Engine.GradientTape(persistent, watch_accessed_variables).start();

    /// <summary>Whether a value is a tensor, symbolic ones and variables included.</summary>
    public static bool is_tensor(object? x) => x is Engine.Tensor or Engine.Variable;
}

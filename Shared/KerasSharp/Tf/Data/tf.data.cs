namespace KerasSharp;

public static partial class tf
{
    /// <summary>Pipelines of data. Source: <see href="https://www.tensorflow.org/api_docs/python/tf/data"/>.</summary>
    public static partial class data
    {
        /// <summary>A buffer size or number of calls that is chosen by itself.</summary>
        public const int AUTOTUNE = -1;

        /// <summary>What <c>cardinality</c> says of a dataset without an end.</summary>
        public const long INFINITE_CARDINALITY = -1;

        /// <summary>What <c>cardinality</c> says of a dataset whose length is unknown.</summary>
        public const long UNKNOWN_CARDINALITY = -2;
    }

    /// <summary>Errors of TensorFlow. Source: <see href="https://www.tensorflow.org/api_docs/python/tf/errors"/>.</summary>
    public static partial class errors
    {
        /// <summary>An operation got an argument that it cannot take.</summary>
        /// <param name="message">What it was.</param>
        public class InvalidArgumentError(string message) : ArgumentException(message);
    }

    /// <summary>The shape and dtype of a tensor to come. Source: <see href="https://www.tensorflow.org/api_docs/python/tf/TensorSpec"/>.</summary>
    /// <param name="shape">The shape; null where a dimension is unknown.</param>
    /// <param name="dtype"><c>float32</c>, <c>int32</c>, <c>uint8</c> or <c>bool</c>.</param>
    /// <param name="name">A name.</param>
    public static TensorSpec TensorSpec(TensorShape shape, string dtype = "float32", string? name = null) => new(shape, Engine.DTypes.Parse(dtype), name);
}

public static partial class builtins
{
    /// <summary>Python's <c>len(dataset)</c>.</summary>
    /// <exception cref="TypeError">The dataset has no end, or its length is unknown.</exception>
    public static int len(tf.data.Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return dataset.__len__();
    }
}

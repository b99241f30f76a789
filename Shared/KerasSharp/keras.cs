namespace KerasSharp;

/// <summary>
/// What Python has as <c>from tensorflow import keras</c>. Each nested class is a module: <c>using static KerasSharp.keras.layers;</c> is
/// <c>from tensorflow.keras.layers import …</c>.
/// </summary>
public static partial class keras
{
    /// <summary>Makes layers. Source: <see href="https://keras.io/api/layers/"/>.</summary>
    public static partial class layers;

    /// <summary>Functions of tensors. Source: <see href="https://keras.io/api/ops/"/>.</summary>
    public static partial class ops;

    /// <summary>Data sets to begin with. Source: <see href="https://keras.io/api/datasets/"/>.</summary>
    public static partial class datasets;
}

using KerasSharp;
using NumSharp;

namespace UserCode;

/// <summary>A small task: a curve in three variables.</summary>
internal static class Samples
{
    /// <summary>64 points.</summary>
    public static NDArray X { get; } = np.linspace(-1, 1, 192).astype("float32").reshape(64, 3);

    /// <summary>The curve's values, (64, 1).</summary>
    public static NDArray Y { get; } = np.sin(X["..., 0:1"] * 3f) + X["..., 1:2"] * 0.5f;
}

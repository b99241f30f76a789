namespace KerasSharp;

/// <summary>
/// Gives a class or a static function its paths in Keras: <c>[KerasExport("keras.layers.Conv2D", "keras.layers.Convolution2D")]</c>. A
/// source generator makes the rest: of a class a factory under each path for each public constructor, with its docs and defaults; of a
/// function a forwarding one; the same in <c>tf.keras</c>; and the tables by which saved objects and strings are found.
/// </summary>
/// <param name="paths">Full paths that begin with <c>keras.</c> (or <c>tf.</c>), Keras's own first.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, Inherited = false)]
public sealed class KerasExportAttribute(params string[] paths) : Attribute
{
    /// <summary>Full paths, Keras's own first.</summary>
    public IReadOnlyList<string> paths { get; } = paths;
}

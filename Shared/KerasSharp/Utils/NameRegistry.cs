using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace KerasSharp.Utils;

/// <summary>
/// Names that Keras gives by itself: <c>conv2d</c>, <c>conv2d_1</c>, … A process counts per class; <c>clear_session</c> starts again.
/// </summary>
internal static partial class NameRegistry
{
    private static readonly ConcurrentDictionary<string, int> Counts = new();
    private static readonly ConcurrentDictionary<string, byte> Observed = new();

    /// <summary>The next free name of a class: <c>MaxPooling2D</c> gives <c>max_pooling2d</c>, then <c>max_pooling2d_1</c>.</summary>
    public static string Next(string className) => NextOf(ToSnakeCase(className));

    /// <summary>The next free name with this beginning.</summary>
    public static string NextOf(string prefix)
    {
        var count = Counts.AddOrUpdate(prefix, 1, (_, n) => n + 1);
        return count == 1 ? prefix : $"{prefix}_{count - 1}";
    }

    /// <summary>The next free name with this beginning that no layer has yet, given names included: op layers avoid what exists.</summary>
    public static string NextFree(string prefix)
    {
        string name;
        do
        {
            name = NextOf(prefix);
        }
        while (!Observed.TryAdd(name, 0));
        return name;
    }

    /// <summary>Notes a name that a user gave: names of op layers avoid it.</summary>
    public static void Observe(string name) => Observed.TryAdd(name, 0);

    /// <summary>A name that has its number from the start: <c>input_1</c>, <c>input_2</c>.</summary>
    public static string NextNumbered(string prefix) => $"{prefix}_{Counts.AddOrUpdate(prefix, 1, (_, n) => n + 1)}";

    /// <summary>Starts counting again.</summary>
    public static void Clear()
    {
        Counts.Clear();
        Observed.Clear();
    }

    /// <summary>Keras's snake case: <c>ReLU</c> gives <c>re_lu</c>, <c>Conv2DTranspose</c> gives <c>conv2d_transpose</c>.</summary>
    public static string ToSnakeCase(string name)
    {
        var intermediate = WordStart().Replace(name, "$1_$2");
        var snake = LowerToUpper().Replace(intermediate, "$1_$2").ToLowerInvariant();
        return snake.StartsWith('_') ? "private" + snake : snake;
    }

    [GeneratedRegex("(.)([A-Z][a-z]+)")]
    private static partial Regex WordStart();

    [GeneratedRegex("([a-z])([A-Z])")]
    private static partial Regex LowerToUpper();
}

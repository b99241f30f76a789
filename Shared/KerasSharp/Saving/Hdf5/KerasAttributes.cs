using System.Globalization;
using System.Text;

namespace KerasSharp.Saving.Hdf5;

/// <summary>
/// Lists of names as Keras keeps them in attributes: one attribute, or several with numbers behind the name where one would be too long
/// for an object header. Source: <see href="https://github.com/keras-team/keras/blob/v2.15.0/keras/saving/legacy/hdf5_format.py"/>.
/// </summary>
internal static class KerasAttributes
{
    /// <summary>How many bytes a list may have in one attribute.</summary>
    public const int HeaderLimit = 64512;

    /// <summary>Sets the attribute <c>name</c>, or <c>name0</c>, <c>name1</c>, … if the list is long.</summary>
    /// <exception cref="RuntimeError">A single name is longer than an attribute may be.</exception>
    public static void SetNames(Hdf5Node node, string name, IReadOnlyList<string> names)
    {
        var tooLong = names.Where(n => Encoding.UTF8.GetByteCount(n) > HeaderLimit).ToList();
        if (tooLong.Count > 0)
        {
            throw new RuntimeError("The following attributes cannot be saved to HDF5 file because they are larger than "
                + $"{HeaderLimit} bytes: {string.Join(", ", tooLong)}");
        }

        var chunks = Split(names);
        if (chunks.Count == 1)
        {
            node.Attributes[name] = names.ToArray();
            return;
        }

        for (var i = 0; i < chunks.Count; i++)
        {
            node.Attributes[name + i.ToString(CultureInfo.InvariantCulture)] = chunks[i];
        }
    }

    /// <summary>The list, from one attribute or from its parts.</summary>
    /// <returns>Null if neither is there.</returns>
    public static IReadOnlyList<string>? GetNames(Hdf5Node node, string name)
    {
        if (node.Attributes.TryGetValue(name, out var whole))
        {
            return AsNames(whole);
        }

        var names = new List<string>();
        var count = 0;
        for (; node.Attributes.TryGetValue(name + count.ToString(CultureInfo.InvariantCulture), out var part); count++)
        {
            names.AddRange(AsNames(part));
        }

        return count > 0 ? names : null;
    }

    private static string[] AsNames(object attribute) => attribute switch
    {
        string[] names => names,
        string name => [name],
        // NumPy makes an empty list an array of float64 without elements.
        Hdf5Dataset { Length: 0 } => [],
        _ => throw new ValueError("An attribute that should list names holds numbers."),
    };

    // As Keras splits: into ever more parts of equal number (the first ones longer by one) until each, as an array of texts
    // of the longest one's length, is short enough. A text of variable length takes 16 bytes in the header, however short it is.
    private static List<string[]> Split(IReadOnlyList<string> names)
    {
        var width = names.Select(Encoding.UTF8.GetByteCount).Append(16).Max();
        for (var parts = 1; ; parts++)
        {
            var (size, longer) = Math.DivRem(names.Count, parts);
            if ((long)width * (size + (longer > 0 ? 1 : 0)) <= HeaderLimit)
            {
                return [.. Enumerable.Range(0, parts).Select(i => names.Skip((i * size) + Math.Min(i, longer)).Take(size + (i < longer ? 1 : 0)).ToArray())];
            }
        }
    }
}

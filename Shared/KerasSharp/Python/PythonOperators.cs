using System.Text;
using KerasSharp.Python;

namespace KerasSharp;

/// <summary>Python's operators on texts.</summary>
public static class PythonOperators
{
    /// <summary>Python's <c>"{:.2f} of {}".format(a, b)</c>.</summary>
    /// <exception cref="IndexError">A field has no value.</exception>
    /// <exception cref="KeyError">A field has a name.</exception>
    public static string format(this string template, params object?[] values) => PythonTemplate.Format(template, _ => null, values);

    extension(string)
    {
        /// <summary>Python's <c>"%.2f of %s" % (a, b)</c>.</summary>
        /// <exception cref="TypeError">Values are missing, left over, or of a wrong type.</exception>
        /// <exception cref="ValueError">The template has a conversion that is none.</exception>
        public static string operator %(string template, object? values) => PythonPercent.Format(template, values);

        /// <summary>Python's <c>"=" * 60</c>; nothing where <paramref name="count"/> is 0 or less.</summary>
        public static string operator *(string text, int count) =>
            text is null || count <= 0 ? "" : new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

        /// <summary>Python's <c>60 * "="</c>.</summary>
        public static string operator *(int count, string text) => text * count;
    }
}

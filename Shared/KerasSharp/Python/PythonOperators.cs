using System.Text;

namespace KerasSharp;

/// <summary>Python's operators on texts.</summary>
public static class PythonOperators
{
    extension(string)
    {
        /// <summary>Python's <c>"=" * 60</c>; nothing where <paramref name="count"/> is 0 or less.</summary>
        public static string operator *(string text, int count) =>
            text is null || count <= 0 ? "" : new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

        /// <summary>Python's <c>60 * "="</c>.</summary>
        public static string operator *(int count, string text) => text * count;
    }
}

using System.Text;
using KerasSharp.Python;
using NumSharp;

namespace KerasSharp.Numpy;

/// <summary>
/// Arrays as NumPy prints them: columns aligned, lines wrapped at 75 characters, more than 1000 elements cut to three at each end.
/// Source: <see href="https://numpy.org/doc/1.26/reference/generated/numpy.array2string.html"/>.
/// </summary>
public static class NumpyText
{
    private const int LineWidth = 75;
    private const int Threshold = 1000;
    private const int EdgeItems = 3;
    private const string ReprPrefix = "array(";

    /// <summary>NumPy's <c>str(array)</c>; a scalar's is the number's.</summary>
    public static string Str(NDArray array)
    {
        ArgumentNullException.ThrowIfNull(array);
        return array.ndim == 0 ? PythonFormat.Str(array.item()) : Body(new Elements(array), " ", "", "");
    }

    /// <summary>NumPy's <c>repr(array)</c>: <c>array([0., 1.], dtype=float32)</c>.</summary>
    public static string Repr(NDArray array)
    {
        ArgumentNullException.ThrowIfNull(array);
        return Repr(new Elements(array), PythonFormat.Str(array.dtype));
    }

    /// <summary>NumPy's <c>str</c> of an array of texts.</summary>
    public static string Str(string[] array) => Body(new Elements(array), " ", "", "");

    /// <summary>NumPy's <c>repr</c> of an array of texts.</summary>
    public static string Repr(string[] array)
    {
        ArgumentNullException.ThrowIfNull(array);
        return Repr(new Elements(array), $"'<U{array.Select(FormatText.Length).Append(1).Max()}'");
    }

    private static string Repr(Elements elements, string dtype)
    {
        // NumPy leaves out the dtype that a literal would get by itself.
        var implied = elements.Size > 0 && dtype is "bool" or "int64" or "float64" or "complex128";
        var text = ReprPrefix + Body(elements, ", ", ReprPrefix, implied ? ")" : ",") + (implied ? ")" : ",");
        if (implied)
        {
            return text;
        }

        if (elements.Size == 0 && elements.Shape is not [0])
        {
            text += $" shape={PythonFormat.Repr(elements.Shape)},";
        }

        var tail = $"dtype={dtype})";
        var lastLine = text.Length - (text.LastIndexOf('\n') + 1);
        return text + (lastLine + tail.Length + 1 > LineWidth ? "\n" + new string(' ', ReprPrefix.Length) : " ") + tail;
    }

    private static string Body(Elements elements, string separator, string prefix, string suffix)
    {
        if (elements.Size == 0)
        {
            return "[]";
        }

        var writer = new Writer(elements, separator, elements.Size > Threshold);
        return writer.Write(0, new string(' ', prefix.Length + (elements.Shape.Length == 0 ? 0 : 1)), LineWidth - suffix.Length);
    }

    /// <summary>An array's elements by index, whatever stands behind them.</summary>
    internal sealed class Elements
    {
        private readonly Func<long[], object> get;

        public Elements(NDArray array)
        {
            Shape = array.shape;
            Size = array.size;
            Kind = array.dtype;
            get = index => array.ndim == 0 ? array.item() : array.GetValue(index);
        }

        public Elements(string[] array)
        {
            Shape = [array.Length];
            Size = array.Length;
            Kind = typeof(string);
            get = index => array[index[0]];
        }

        public long[] Shape { get; }

        public long Size { get; }

        public Type Kind { get; }

        public object this[long[] index] => get(index);
    }

    /// <summary>Walks the dimensions; the innermost lays out a line, the others put lines under one another.</summary>
    private sealed class Writer
    {
        private readonly Elements elements;
        private readonly string separator;
        private readonly bool cut;
        private readonly long[] index;
        private readonly Func<object, string> format;

        public Writer(Elements elements, string separator, bool cut)
        {
            (this.elements, this.separator, this.cut) = (elements, separator, cut);
            index = new long[elements.Shape.Length];
            var shown = new List<object>();
            Collect(0, shown);
            format = NumpyElementFormat.For(elements.Kind, shown, isScalar: index.Length == 0);
        }

        public string Write(int axis, string indent, int width)
        {
            if (axis == index.Length)
            {
                return format(elements[index]);
            }

            var text = axis == index.Length - 1 ? Line(axis, indent, width) : Block(axis, indent, width);
            return $"[{text.AsSpan(indent.Length)}]";
        }

        private string Line(int axis, string indent, int width)
        {
            var space = width - Math.Max(separator.TrimEnd().Length, 1);
            var done = new StringBuilder();
            var line = new StringBuilder(indent);
            foreach (var (i, last) in Positions(axis))
            {
                var word = i < 0 ? "..." : Word(axis, i);

                // A word that is too long for any line stays where it is.
                if (line.Length + word.Length > space && line.Length > indent.Length)
                {
                    done.Append(line.ToString().TrimEnd()).Append('\n');
                    line.Clear().Append(indent);
                }

                line.Append(word).Append(last ? "" : separator);
            }

            return done.Append(line).ToString();
        }

        private string Block(int axis, string indent, int width)
        {
            var between = separator.TrimEnd() + new string('\n', index.Length - 1 - axis);
            var text = new StringBuilder();
            foreach (var (i, last) in Positions(axis))
            {
                text.Append(indent);
                if (i < 0)
                {
                    text.Append("...");
                }
                else
                {
                    index[axis] = i;
                    text.Append(Write(axis + 1, indent + ' ', width - 1));
                }

                text.Append(last ? "" : between);
            }

            return text.ToString();
        }

        private string Word(int axis, long i)
        {
            index[axis] = i;
            return format(elements[index]);
        }

        private void Collect(int axis, List<object> shown)
        {
            if (axis == index.Length)
            {
                shown.Add(elements[index]);
                return;
            }

            foreach (var (i, _) in Positions(axis))
            {
                if (i >= 0)
                {
                    index[axis] = i;
                    Collect(axis + 1, shown);
                }
            }
        }

        /// <summary>The positions along an axis that are shown; -1 stands for those that are left out.</summary>
        private IEnumerable<(long Position, bool Last)> Positions(int axis)
        {
            var length = elements.Shape[axis];
            for (long i = 0; i < length; i++)
            {
                if (cut && length > 2 * EdgeItems && i == EdgeItems)
                {
                    yield return (-1, false);
                    i = length - EdgeItems;
                }

                yield return (i, i == length - 1);
            }
        }
    }
}

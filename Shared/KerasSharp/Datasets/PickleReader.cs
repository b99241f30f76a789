using System.Buffers.Binary;
using System.Text;

namespace KerasSharp.Datasets;

/// <summary>
/// Reads Python pickles that hold data: dictionaries, lists, tuples, texts, whole numbers, and NumPy's byte arrays, as Python 2 wrote them in CIFAR's
/// batches. A pickle is a program; this runs the few instructions that build such values and refuses all others, so that nothing in a file is
/// ever executed. Texts and bytes, which Python 2 does not tell apart, come as <see cref="ReadOnlyMemory{T}"/> of bytes, without a copy.
/// Source: <see href="https://docs.python.org/3/library/pickletools.html"/>.
/// </summary>
internal sealed class PickleReader
{
    private static readonly object Mark = new();

    private readonly ReadOnlyMemory<byte> data;
    private readonly string where;
    private readonly Stack<object?> stack = [];
    private readonly Dictionary<uint, object?> memo = [];
    private int position;

    private PickleReader(ReadOnlyMemory<byte> data, string where) => (this.data, this.where) = (data, where);

    /// <summary>An array of bytes.</summary>
    public sealed record Array(long[] Shape, ReadOnlyMemory<byte> Data);

    // The functions and classes that a pickle may name. They are only names here.
    private sealed record Global(string Name);

    // What numpy.core.multiarray._reconstruct and numpy.dtype give before they are filled.
    private sealed class Unfilled(string kind)
    {
        public string Kind { get; } = kind;

        public Array? Array { get; set; }
    }

    /// <summary>The dictionary that a pickle builds, its keys as text.</summary>
    /// <param name="data">The file's bytes.</param>
    /// <param name="where">The file, for messages.</param>
    /// <exception cref="OSError">It is damaged, holds something else, or asks for more than building data.</exception>
    public static IReadOnlyDictionary<string, object?> ReadDictionary(ReadOnlyMemory<byte> data, string where)
    {
        var reader = new PickleReader(data, where);
        return reader.Run() as Dictionary<string, object?> ?? throw reader.Refuse("it holds no dictionary");
    }

    private object? Run()
    {
        while (true)
        {
            var code = (char)Take(1).Span[0];
            if (code == '.')
            {
                return stack.Count == 1 ? Finished(stack.Pop()) : throw Refuse("it ends in the middle");
            }

            Step(code);
        }
    }

    private void Step(char code)
    {
        switch (code)
        {
            case '\x80': // PROTO
                var protocol = Take(1).Span[0];
                if (protocol != 2)
                {
                    throw Refuse($"its protocol is {protocol}, expected 2");
                }

                break;
            case '(': stack.Push(Mark); break;
            case '}': stack.Push(new Dictionary<string, object?>()); break; // EMPTY_DICT
            case ']': stack.Push(new List<object?>()); break; // EMPTY_LIST
            case ')': stack.Push(System.Array.Empty<object?>()); break; // EMPTY_TUPLE
            case 'N': stack.Push(null); break;
            case '\x88': stack.Push(true); break;
            case '\x89': stack.Push(false); break;
            case 'K': stack.Push((long)Take(1).Span[0]); break; // BININT1
            case 'M': stack.Push((long)BinaryPrimitives.ReadUInt16LittleEndian(Take(2).Span)); break; // BININT2
            case 'J': stack.Push((long)BinaryPrimitives.ReadInt32LittleEndian(Take(4).Span)); break; // BININT
            case 'U': stack.Push(Take(Take(1).Span[0])); break; // SHORT_BINSTRING
            case 'T': stack.Push(Take(Length(BinaryPrimitives.ReadInt32LittleEndian(Take(4).Span)))); break; // BINSTRING
            case 'X': stack.Push(Take(Length(BinaryPrimitives.ReadInt32LittleEndian(Take(4).Span)))); break; // BINUNICODE
            case 'q': memo[Take(1).Span[0]] = Peek(); break; // BINPUT
            case 'r': memo[BinaryPrimitives.ReadUInt32LittleEndian(Take(4).Span)] = Peek(); break; // LONG_BINPUT
            case 'h': stack.Push(Recall(Take(1).Span[0])); break; // BINGET
            case 'j': stack.Push(Recall(BinaryPrimitives.ReadUInt32LittleEndian(Take(4).Span))); break; // LONG_BINGET
            case 't': stack.Push(ToMark()); break; // TUPLE
            case '\x85': stack.Push(new[] { Pop() }); break; // TUPLE1
            case '\x86': stack.Push(Tuple(2)); break;
            case '\x87': stack.Push(Tuple(3)); break;
            case 'a': Append(Tuple(1)); break; // APPEND
            case 'e': Append(ToMark()); break; // APPENDS
            case 's': SetItems(Tuple(2)); break; // SETITEM
            case 'u': SetItems(ToMark()); break; // SETITEMS
            case 'c': stack.Push(FindGlobal()); break; // GLOBAL
            case 'R': Reduce(); break; // REDUCE
            case 'b': Build(); break; // BUILD
            default: throw Refuse($"it has the instruction 0x{(int)code:x2} at byte {position - 1}, which building data does not need");
        }
    }

    private Global FindGlobal()
    {
        var name = $"{Line()}.{Line()}";
        return name is "numpy.core.multiarray._reconstruct" or "numpy.ndarray" or "numpy.dtype"
            ? new(name) : throw Refuse($"it asks for {name}, which is never called");
    }

    // Two calls are known: an empty array, and the type of its elements, bytes.
    private void Reduce()
    {
        var (arguments, function) = (Pop() as object?[], Pop() as Global);
        stack.Push((function?.Name, arguments) switch
        {
            ("numpy.core.multiarray._reconstruct", [Global { Name: "numpy.ndarray" }, _, _]) => new Unfilled("array"),
            ("numpy.dtype", [ReadOnlyMemory<byte> type, ..]) when Text(type) == "u1" => new Unfilled("dtype"),
            ("numpy.dtype", [ReadOnlyMemory<byte> type, ..]) => throw Refuse($"it holds an array of dtype '{Text(type)}', expected 'u1'"),
            _ => throw Refuse("it calls something that is no array"),
        });
    }

    private void Build()
    {
        var state = Pop() as object?[];
        switch (Peek(), state)
        {
            case (Unfilled { Kind: "dtype" }, not null):
                break; // byte order and alignment: a byte has none
            case (Unfilled { Kind: "array", Array: null } array, [long, object?[] dims, Unfilled { Kind: "dtype" }, false, ReadOnlyMemory<byte> bytes]):
                var shape = dims.OfType<long>().ToArray();
                if (shape.Length is < 1 or > 4 || shape.Length != dims.Length || System.Array.Exists(shape, d => d < 0)
                    || shape.Aggregate((Int128)1, (product, d) => product * d) != bytes.Length)
                {
                    throw Refuse($"its array has the shape ({string.Join(", ", dims)}) and {bytes.Length} bytes");
                }

                array.Array = new(shape, bytes);
                break;
            default:
                throw Refuse("it sets the state of something that is no array in C order");
        }
    }

    private void Append(object?[] items) => (Peek() as List<object?> ?? throw Refuse("it appends to what is no list")).AddRange(items.Select(Finished));

    private void SetItems(object?[] items)
    {
        var dictionary = Peek() as Dictionary<string, object?> ?? throw Refuse("it sets items of what is no dictionary");
        for (var i = 0; i < items.Length; i += 2)
        {
            dictionary[items[i] is ReadOnlyMemory<byte> key && i + 1 < items.Length ? Text(key) : throw Refuse("it has a key that is no text")] = Finished(items[i + 1]);
        }
    }

    private object? Finished(object? value) => value switch
    {
        Unfilled { Array: { } array } => array,
        Unfilled or Global => throw Refuse("it holds something that is no data"),
        _ when ReferenceEquals(value, Mark) => throw Refuse("it ends in the middle"),
        _ => value,
    };

    private object?[] Tuple(int count)
    {
        var items = new object?[count];
        for (var i = count - 1; i >= 0; i--)
        {
            items[i] = Pop();
        }

        return items;
    }

    private object?[] ToMark()
    {
        var items = new List<object?>();
        while (stack.TryPop(out var item))
        {
            if (ReferenceEquals(item, Mark))
            {
                items.Reverse();
                return [.. items];
            }

            items.Add(item);
        }

        throw Refuse("it ends a list that it never began");
    }

    private object? Pop() => stack.TryPop(out var item) && !ReferenceEquals(item, Mark) ? item : throw Refuse("it takes a value that is not there");

    private object? Peek() => stack.TryPeek(out var item) && !ReferenceEquals(item, Mark) ? item : throw Refuse("it takes a value that is not there");

    private object? Recall(uint index) => memo.TryGetValue(index, out var value) ? value : throw Refuse("it recalls a value that it never kept");

    private int Length(int length) => length >= 0 ? length : throw Refuse($"it has a text of {length} bytes");

    private ReadOnlyMemory<byte> Take(int count)
    {
        if (count > data.Length - position)
        {
            throw Refuse("it is cut off");
        }

        position += count;
        return data.Slice(position - count, count);
    }

    private string Line()
    {
        var end = data.Span[position..].IndexOf((byte)'\n');
        var line = Text(Take(end >= 0 ? end : data.Length));
        Take(1);
        return line;
    }

    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span[..Math.Min(bytes.Length, 200)]);

    private OSError Refuse(string reason) => new($"{where}: The Python pickle is refused: {reason}.");
}

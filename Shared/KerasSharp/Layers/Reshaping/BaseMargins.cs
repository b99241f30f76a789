using KerasSharp.Engine;

namespace KerasSharp.Layers;

/// <summary>What layers have in common that add or take away elements at the ends of axes.</summary>
public abstract class BaseMargins : Layer
{
    private static readonly string[] Ordinals = ["1st", "2nd", "3rd"];

    /// <summary>A layer that changes <paramref name="rank"/> axes.</summary>
    /// <exception cref="ValueError">An argument is out of range; the message names it.</exception>
    private protected BaseMargins(int rank, string argument, Margins value, int otherwise, string? data_format, LayerArguments kwargs)
        : base(kwargs)
    {
        Format = Window.DataFormat(data_format);
        Pairs = PairsOf(value.is_given ? value : otherwise, rank, argument);
        input_spec = new InputSpec(ndim: rank + 2);
    }

    /// <summary>What goes before and behind, axis by axis.</summary>
    private protected int[][] Pairs { get; }

    private protected string Format { get; }

    private protected int FirstAxis => Format == "channels_first" ? 2 : 1;

    /// <summary>The pairs in Python's form.</summary>
    private protected string Text => Pairs.Length == 1 ? ((IntTuple)Pairs[0]).ToString() : ((Margins)Pairs).ToString();

    /// <summary>A shape whose axes are longer by so many times their pairs: 1 or -1.</summary>
    private protected int?[] Changed(TensorShape shape, int sign)
    {
        var dims = shape.ToArray();
        for (var i = 0; i < Pairs.Length; i++)
        {
            if (dims[FirstAxis + i] is { } length)
            {
                dims[FirstAxis + i] = (int)Math.Clamp(length + (sign * ((long)Pairs[i][0] + Pairs[i][1])), int.MinValue, int.MaxValue);
            }
        }

        return dims;
    }

    private static int[][] PairsOf(Margins value, int rank, string argument)
    {
        if (rank == 1)
        {
            // A sequence has one axis: a tuple is its pair.
            return [value.ToPair() is { } pair ? Window.TupleWithZeros(pair, 2, argument)
                : throw new ValueError($"The `{argument}` argument must be a tuple of 2 integers. Received: {value}")];
        }

        return !value.is_int && value.Count != rank ? throw new ValueError($"`{argument}` should have {(rank == 2 ? "two" : "3")} elements. Received: {value}.")
            : [.. Enumerable.Range(0, rank).Select(i => Window.TupleWithZeros(value.At(value.is_int ? 0 : i), 2, $"{Ordinals[i]} entry of {argument}"))];
    }
}

using KerasSharp.Engine;

namespace KerasSharp.Layers;

/// <summary>Which elements of a sample each place of a locally connected layer sees. All are counted in the flat sample, row-major.</summary>
internal sealed class LocalConnections
{
    private readonly bool channelsFirst;
    private readonly int[] lengths;
    private readonly int channels;

    /// <summary>Windows over axes of these lengths; with padding, a window starts half its size in front of its place, and is cut at the ends.</summary>
    public LocalConnections(int[] lengths, int[] places, int[] windows, int[] strides, int channels, bool same, bool channelsFirst)
    {
        (this.lengths, this.channels, this.channelsFirst) = (lengths, channels, channelsFirst);
        PlaceCount = places.Aggregate(1, (a, b) => a * b);
        Features = windows.Aggregate(channels, (a, b) => a * b);
        Inputs = new int[CheckedGeometry.Dimension((long)PlaceCount * Features, "the windows of a locally connected layer")];
        var (position, offset) = (new int[places.Length], new int[places.Length]);
        for (var place = 0; place < PlaceCount; place++)
        {
            Unravel(place, places, position);
            for (var feature = 0; feature < Features; feature++)
            {
                var element = channelsFirst ? feature % (Features / channels) : feature / channels;
                var channel = channelsFirst ? feature / (Features / channels) : feature % channels;
                Unravel(element, windows, offset);
                var input = 0;
                for (var axis = 0; axis < lengths.Length && input >= 0; axis++)
                {
                    var at = (position[axis] * strides[axis]) - (same ? windows[axis] / 2 : 0) + offset[axis];
                    input = at >= 0 && at < lengths[axis] ? (input * lengths[axis]) + at : -1;
                }

                Inputs[(place * Features) + feature] = input < 0 ? -1 : channelsFirst ? (channel * Size(lengths)) + input : (input * channels) + channel;
            }
        }
    }

    /// <summary>The number of places.</summary>
    public int PlaceCount { get; }

    /// <summary>The elements of a window.</summary>
    public int Features { get; }

    /// <summary>For each place and element of its window the element of the sample; -1 beyond the ends.</summary>
    public int[] Inputs { get; }

    /// <summary>The number of weights that are there where only connected elements have one.</summary>
    public int Connected(int filters) => Inputs.Count(i => i >= 0) * filters;

    /// <summary>Where the weight (place, element, filter) stands in a matrix (sample, output); -1 beyond the ends.</summary>
    public int[] InMatrix(int filters)
    {
        // (place, element, filter), the last fastest.
        var result = new int[CheckedGeometry.Dimension((long)Inputs.Length * filters, "the weights of a locally connected layer")];
        for (var i = 0; i < result.Length; i++)
        {
            var input = Inputs[i / filters];
            result[i] = input < 0 ? -1 : (input * PlaceCount * filters) + Output(i / filters / Features, i % filters, filters);
        }

        return result;
    }

    /// <summary>Where it stands in the list of all connections, sorted by output, then by input.</summary>
    public int[] InList(int filters)
    {
        var size = Size(lengths) * channels;
        long[] keys = [.. Enumerable.Range(0, Inputs.Length * filters).Select(Key)];
        long[] sorted = [.. keys.Where(k => k >= 0).Order()];
        return [.. keys.Select(k => k < 0 ? -1 : Array.BinarySearch(sorted, k))];

        long Key(int i) => Inputs[i / filters] is >= 0 and var input ? (Output(i / filters / Features, i % filters, filters) * (long)size) + input : -1;
    }

    private int Output(int place, int filter, int filters) => channelsFirst ? (filter * PlaceCount) + place : (place * filters) + filter;

    private static int Size(int[] lengths) => lengths.Aggregate(1, (a, b) => a * b);

    private static void Unravel(int index, int[] lengths, int[] position)
    {
        for (var axis = lengths.Length - 1; axis >= 0; axis--)
        {
            position[axis] = index % lengths[axis];
            index /= lengths[axis];
        }
    }
}

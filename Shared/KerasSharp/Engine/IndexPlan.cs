namespace KerasSharp.Engine;

/// <summary>What an index means for a tensor: a strided slice, then a reshape that drops and adds axes.</summary>
internal sealed class IndexPlan
{
    private readonly Tensor x;
    private readonly List<int> result = [];
    private int axis;

    public IndexPlan(Tensor x, TensorIndex[] index)
    {
        this.x = x;
        (Start, Step, Size) = (new int[x.ndim], new int[x.ndim], (int[])x.DimsArray.Clone());
        Array.Fill(Step, 1);
        if (x.ndim == 0 && Array.Exists(index, i => i.Kind is IndexKind.Element or IndexKind.Slice))
        {
            throw Wrong("Attempting to slice scalar input.");
        }

        if (index.Count(i => i.Kind == IndexKind.Ellipsis) > 1)
        {
            throw Wrong("Multiple ellipses in slice spec not allowed");
        }

        var named = index.Count(i => i.Kind is IndexKind.Element or IndexKind.Slice);
        foreach (var item in index)
        {
            Add(item, x.ndim - named);
        }

        KeepTo(x.ndim);
        Result = [.. result];
    }

    /// <summary>The first element along each axis.</summary>
    public int[] Start { get; }

    /// <summary>The distance of elements along each axis.</summary>
    public int[] Step { get; }

    /// <summary>The number of elements along each axis; -1 where it is unknown.</summary>
    public int[] Size { get; }

    /// <summary>The shape that comes out.</summary>
    public int[] Result { get; }

    /// <summary>Whether every element stays in its place.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>Whether an index or a bound is a symbolic tensor, so that only the shape is known.</summary>
    public bool HasUnknownBounds { get; private set; }

    // Where only shapes are inferred, TensorFlow's error is of another kind.
    private ValueError Wrong(string message) => x.IsSymbolic ? new ValueError(message) : new InvalidArgumentError(message);

    private void Add(TensorIndex item, int rest)
    {
        switch (item.Kind)
        {
            case IndexKind.NewAxis:
                result.Add(1);
                return;
            case IndexKind.Ellipsis:
                KeepTo(axis + Math.Max(0, rest));
                return;
            case IndexKind.Mask:
                throw new NotImplementedError("A bool mask stands alone between the brackets. Received: a mask beside other indices. Use tf.boolean_mask.");
        }

        if (axis >= x.ndim)
        {
            throw Wrong($"Index out of range using input dim {axis}; input has only {x.ndim} dims");
        }

        if (item.Kind == IndexKind.Element)
        {
            Element(item.Start!);
        }
        else
        {
            Range(item);
        }

        axis++;
    }

    private void KeepTo(int end)
    {
        for (; axis < end; axis++)
        {
            result.Add(x.dim(axis));
        }
    }

    private void Element(object value)
    {
        (Size[axis], IsWhole) = (1, false);
        if (Number(value) is not { } index)
        {
            return;
        }

        var length = x.dim(axis);
        var position = index < 0 && length >= 0 ? index + length : index;
        Start[axis] = length < 0 ? Math.Max(0, position) : position >= 0 && position < length ? position
            : throw Wrong($"slice index {position} of dimension {axis} out of bounds.");
    }

    private void Range(TensorIndex item)
    {
        var known = item.Step is null ? 1 : Number(item.Step);
        var step = known ?? 1;
        if (step == 0)
        {
            throw Wrong($"strides[{axis}] must be non-zero");
        }

        var length = x.dim(axis);
        var (start, stop) = (item.Start is null ? null : Number(item.Start), item.Stop is null ? null : Number(item.Stop));
        var isUnknown = length < 0 || known is null || (item.Start is not null && start is null) || (item.Stop is not null && stop is null);
        if (!isUnknown)
        {
            var first = start is { } s ? Clamp(s, length, step) : step > 0 ? 0 : length - 1;
            var end = stop is { } e ? Clamp(e, length, step) : step > 0 ? length : -1;
            var count = Math.Max(0, step > 0 ? ((end - first - 1) / step) + (end > first ? 1 : 0) : ((first - end - 1) / -step) + (first > end ? 1 : 0));
            (Start[axis], Step[axis], Size[axis]) = (count == 0 ? 0 : first, step, count);
            IsWhole &= count == length && step == 1;
        }
        else
        {
            var isAll = item.Start is null && item.Stop is null && known == 1;
            (Size[axis], Step[axis], IsWhole) = (-1, step, IsWhole && isAll);
        }

        result.Add(Size[axis]);
    }

    // Where a bound lies after Python's rules: counted from the end if negative, and not beyond the ends.
    private static int Clamp(int bound, int length, int step)
    {
        var position = bound < 0 ? bound + length : bound;
        return step > 0 ? Math.Clamp(position, 0, length) : Math.Clamp(position, -1, length - 1);
    }

    // A number, or null of a tensor whose value is not known yet.
    private int? Number(object value) => value switch
    {
        KerasTensor { Inferred: [>= 0 and var known] } => known,
        KerasTensor => Unknown(),
        Tensor tensor => checked((int)keras.ops.cast(tensor, DType.Int64).ToArray<long>()[0]),
        _ => (int)value,
    };

    private int? Unknown()
    {
        HasUnknownBounds = true;
        return null;
    }
}

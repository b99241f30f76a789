namespace KerasSharp.Engine;

/// <summary>The numbers of one stateful random operation, which goes on with each call.</summary>
internal sealed class RandomStream(Philox generator)
{
    // TensorFlow moves on by so many blocks per element, whatever was read of them.
    private const int BlocksPerElement = 256;

    private readonly Lock gate = new();
    private UInt128 position;

    /// <summary>How many blocks are behind.</summary>
    public UInt128 Position
    {
        get
        {
            lock (gate)
            {
                return position;
            }
        }

        set
        {
            lock (gate)
            {
                position = value;
            }
        }
    }

    /// <summary>The generator of the next call, which draws so many elements.</summary>
    public Philox Next(long elements)
    {
        lock (gate)
        {
            var next = generator.Skip(position);
            position += (UInt128)elements * BlocksPerElement;
            return next;
        }
    }
}

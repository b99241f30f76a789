namespace KerasSharp.Engine;

/// <summary>
/// The random streams of a function that TensorFlow would compile: a step of training, of evaluation or of prediction. Its k-th random
/// operation draws from the k-th stream in each call, and goes on there.
/// </summary>
internal sealed class RandomFunction
{
    private readonly Lock gate = new();
    private readonly List<RandomStream> streams = [];
    private int unseeded;
    private int generation;

    /// <summary>The streams' positions, for a checkpoint.</summary>
    public UInt128[] Positions
    {
        get
        {
            lock (gate)
            {
                return [.. streams.Select(s => s.Position)];
            }
        }
    }

    /// <summary>A call of the function begins on this thread; it ends with the result's disposal.</summary>
    public Call Enter()
    {
        lock (gate)
        {
            // Behind a new global seed the streams begin again.
            if (generation != Seeds.Generation)
            {
                generation = Seeds.Generation;
                streams.Clear();
                unseeded = 0;
            }
        }

        return new Call(this);
    }

    private RandomStream Stream(int index, Func<long?>? seed)
    {
        lock (gate)
        {
            if (index == streams.Count)
            {
                streams.Add(new(seed?.Invoke() is { } own ? Seeds.Generator(own) : Seeds.Numbered(unseeded++)));
            }

            return streams[index];
        }
    }

    /// <summary>One call: which operation is next.</summary>
    internal sealed class Cursor(RandomFunction function)
    {
        private int index;

        /// <summary>The stream of the next operation.</summary>
        public RandomStream Next(Func<long?>? seed) => function.Stream(index++, seed);
    }

    /// <summary>Ends a call.</summary>
    internal readonly struct Call : IDisposable
    {
        private readonly Cursor? outer;

        public Call(RandomFunction function)
        {
            outer = EngineState.Current.RandomFunction;
            EngineState.Current.RandomFunction = new Cursor(function);
        }

        /// <inheritdoc/>
        public void Dispose() => EngineState.Current.RandomFunction = outer;
    }
}

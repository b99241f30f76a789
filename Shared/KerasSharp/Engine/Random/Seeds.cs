namespace KerasSharp.Engine;

/// <summary>
/// Where random numbers begin, by TensorFlow's and Keras's rules: one global seed, Python's generators that hand out seeds, and a stream for
/// each operation with a seed of its own. Without a global seed all is left to chance.
/// </summary>
internal static class Seeds
{
    // TensorFlow's seed of operations that have one of their own where there is no global one.
    private const long DefaultGlobal = 87654321;

    private static readonly Lock Gate = new();
    private static readonly Dictionary<(string Operation, long Seed), RandomStream> Streams = [];
    private static long? global;
    private static PythonRandom operations = Fresh();
    private static PythonRandom layers = Fresh();

    /// <summary>Python's module <c>random</c>: the order of a <c>Sequence</c>.</summary>
    public static PythonRandom Python { get; private set; } = Fresh();

    /// <summary>Counts the calls that set the seed.</summary>
    public static int Generation { get; private set; }

    /// <summary><c>tf.random.set_seed</c>. Keras leaves initial weights to chance then; here they follow from the seed as well.</summary>
    public static void SetGlobal(long seed)
    {
        lock (Gate)
        {
            global = seed;
            operations = new(seed);
            layers = new(seed);
            Streams.Clear();
            Generation++;
        }
    }

    /// <summary><c>keras.utils.set_random_seed</c>, but for NumPy's own.</summary>
    public static void SetAll(long seed)
    {
        SetGlobal(seed);
        Python = new(seed);
    }

    /// <summary>The seed of an initializer or a layer that was given none.</summary>
    public static int NextLayer()
    {
        lock (Gate)
        {
            return layers.RandInt(1, 1_000_000_000);
        }
    }

    private static int NextOperation()
    {
        lock (Gate)
        {
            return operations.RandInt(0, int.MaxValue);
        }
    }

    /// <summary>The generator of an operation: of the global seed and its own.</summary>
    public static Philox Generator(long own)
    {
        lock (Gate)
        {
            return Philox.OfOperation(global ?? DefaultGlobal, own);
        }
    }

    /// <summary>The generator of an operation without a seed: of the global seed and Python's next number.</summary>
    public static Philox Unseeded() => global is null ? Chance() : Generator(NextOperation());

    /// <summary>The generator of an operation without a seed, the number-th of its function.</summary>
    public static Philox Numbered(long number) => global is null ? Chance() : Generator(number);

    /// <summary>The stream of an operation: of the step that runs, or of the program.</summary>
    /// <param name="operation">Its name: operations of one seed have streams of their own.</param>
    /// <param name="seed">Its own seed, null if none. Asked for once in each function.</param>
    public static RandomStream Stream(string operation, Func<long?>? seed = null)
    {
        if (EngineState.Current.RandomFunction is { } function)
        {
            return function.Next(seed);
        }

        if (seed?.Invoke() is not { } own)
        {
            return new(Unseeded());
        }

        lock (Gate)
        {
            return Streams.TryGetValue((operation, own), out var stream) ? stream : Streams[(operation, own)] = new(Generator(own));
        }
    }

    private static Philox Chance() => Philox.OfSeed(Random.Shared.NextInt64(), Random.Shared.NextInt64());

    private static PythonRandom Fresh() => new(Random.Shared.NextInt64());
}

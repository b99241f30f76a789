using KerasSharp.Engine;

namespace KerasSharp.Layers;

/// <summary>What a layer is called with beside its inputs.</summary>
/// <param name="training">Whether this is training: the value of the call, else of the call around it; null if not given.</param>
/// <param name="mask">Which steps count, for each input; null if not given. Entries may be null.</param>
/// <param name="initial_state">The states that a recurrent layer begins with; null if none were given.</param>
/// <param name="others">Further arguments by name, those of a user's own layer for instance.</param>
public readonly struct CallArguments(
    bool? training = null, Nest<Tensor>? mask = null, Nest<Tensor>? initial_state = null, IReadOnlyDictionary<string, object?>? others = null)
{
    /// <summary>Whether this is training; null if not given, which means inference.</summary>
    public bool? training { get; } = training;

    /// <summary>Which steps count, for each input; null if not given.</summary>
    public Nest<Tensor>? mask { get; } = mask;

    /// <summary>The states that a recurrent layer begins with; null if none were given.</summary>
    public Nest<Tensor>? initial_state { get; } = initial_state;

    /// <summary>Further arguments by name; null if there are none.</summary>
    public IReadOnlyDictionary<string, object?>? others { get; } = others;

    /// <summary>Whether the call says which mask to use, be it none: else the mask that travels with the inputs counts.</summary>
    internal bool HasMask => mask is not null || others?.ContainsKey(nameof(mask)) == true;

    /// <summary>A further argument; null if it was not given.</summary>
    /// <exception cref="TypeError">It is of another type.</exception>
    public T? get<T>(string name)
    {
        if (others is null || !others.TryGetValue(name, out var value) || value is null)
        {
            return default;
        }

        return value is T wanted ? wanted
            : value is Nest<Tensor> nest && typeof(T) == typeof(Tensor) ? (T)(object)Tensors.Of(nest)
            : throw new TypeError($"The argument '{name}' is a {typeof(T).Name}. Received: a {value.GetType().Name}");
    }

    internal CallArguments With(bool? newTraining, Nest<Tensor>? newMask) => new(newTraining, newMask, initial_state, others);

    /// <summary>The arguments that were given, by Keras's names.</summary>
    internal OrderedDictionary<string, object?> ToKeywords()
    {
        var keywords = new OrderedDictionary<string, object?>();
        if (initial_state is not null)
        {
            keywords["initial_state"] = initial_state;
        }

        foreach (var (name, value) in others ?? new Dictionary<string, object?>())
        {
            keywords[name] = value;
        }

        if (mask is not null)
        {
            keywords["mask"] = mask;
        }

        if (training is not null)
        {
            keywords["training"] = training;
        }

        return keywords;
    }

    /// <summary>The arguments of a recorded call.</summary>
    internal static CallArguments Of(IReadOnlyDictionary<string, object?> keywords)
    {
        Dictionary<string, object?>? others = null;
        foreach (var (name, value) in keywords)
        {
            // A mask of null hides the one that travels with the inputs.
            if (name is not ("training" or "mask" or "initial_state") || (name is "mask" && value is null))
            {
                (others ??= [])[name] = value;
            }
        }

        return new(
            keywords.GetValueOrDefault("training") switch { null => null, bool b => b, var other => Convert.ToBoolean(other) },
            AsNest(keywords.GetValueOrDefault("mask")), AsNest(keywords.GetValueOrDefault("initial_state")), others);
    }

    private static Nest<Tensor>? AsNest(object? value) => value switch
    {
        Tensor tensor => tensor.Nest,
        Nest<Tensor> nest => nest,
        _ => null,
    };
}

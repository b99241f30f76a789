namespace KerasSharp.Saving.Hdf5;

/// <summary>A folder of a file: groups and datasets by name.</summary>
internal sealed class Hdf5Group : Hdf5Node
{
    /// <summary>How deep groups may lie in each other, in what is written and in what is read. Keras's files reach about ten.</summary>
    public const int MaxDepth = 64;

    public OrderedDictionary<string, Hdf5Node> Members { get; } = [];

    /// <summary>The group of this path below this one, made, with its parents, if it is not there.</summary>
    /// <exception cref="ValueError">A dataset has that name.</exception>
    public Hdf5Group RequireGroup(string path)
    {
        var group = this;
        foreach (var name in Split(path))
        {
            if (!group.Members.TryGetValue(name, out var member))
            {
                group.Members[name] = member = new Hdf5Group();
            }

            group = member as Hdf5Group ?? throw NameExists(path);
        }

        return group;
    }

    /// <summary>Puts a dataset under a path and makes the groups above it.</summary>
    /// <exception cref="ValueError">Something has that name: HDF5 cannot hold two weights of one path.</exception>
    public void Add(string path, Hdf5Dataset dataset)
    {
        var names = Split(path);
        var group = RequireGroup(string.Join('/', names[..^1]));
        if (!group.Members.TryAdd(names[^1], dataset))
        {
            throw NameExists(path);
        }
    }

    /// <summary>What lies at a path below this group; null if nothing does.</summary>
    public Hdf5Node? Find(string path)
    {
        Hdf5Node? node = this;
        foreach (var name in Split(path))
        {
            node = node is Hdf5Group group && group.Members.TryGetValue(name, out var member) ? member : null;
        }

        return node;
    }

    private static string[] Split(string path)
    {
        var names = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return names.Length <= MaxDepth ? names : throw new ValueError($"A path in an HDF5 file has at most {MaxDepth} parts. Received: {names.Length} parts");
    }

    private static ValueError NameExists(string path) => new($"Unable to create dataset (name already exists): '{path}'");
}

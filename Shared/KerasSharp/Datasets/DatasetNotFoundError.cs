namespace KerasSharp.Datasets;

/// <summary>A data set is in no folder, in no cache, and could not be downloaded. The message lists all that was tried.</summary>
public sealed class DatasetNotFoundError : OSError
{
    internal DatasetNotFoundError(string name, IEnumerable<string> tried, string advice)
        : base($"{name}.load_data() found no data. Tried in turn:{string.Concat(tried.Select(line => $"\n  - {line}"))}\n{advice}")
    {
    }
}

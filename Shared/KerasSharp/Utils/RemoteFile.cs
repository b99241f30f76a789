namespace KerasSharp.Utils;

/// <summary>
/// A file that can be downloaded: where from (mirrors, in the order in which they are tried), what its bytes must add up to,
/// and how long it may be at most, so that a misbehaving server cannot fill the disk.
/// </summary>
internal sealed record RemoteFile(string Name, Checksum? Checksum, long MaxBytes, params IReadOnlyList<Uri> Mirrors)
{
    /// <summary>The file <paramref name="name"/> below each of the folders.</summary>
    public static RemoteFile In(string name, string checksum, long maxBytes, params string[] folders) =>
        new(name, Utils.Checksum.Parse(checksum), maxBytes, [.. folders.Select(folder => new Uri(folder + name))]);
}

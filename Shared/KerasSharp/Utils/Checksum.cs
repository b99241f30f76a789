using System.Security.Cryptography;

namespace KerasSharp.Utils;

/// <summary>What a file's bytes must add up to: the hash that its publisher states, md5 or sha256, in hexadecimal.</summary>
internal sealed record Checksum
{
    private Checksum(HashAlgorithmName algorithm, string hex) => (Algorithm, Hex) = (algorithm, hex);

    public HashAlgorithmName Algorithm { get; }

    public string Hex { get; }

    /// <summary>The length tells the kind: 64 digits are sha256, 32 are md5.</summary>
    /// <exception cref="ValueError">The text is neither.</exception>
    public static Checksum Parse(string hex)
    {
        if (hex.Length is not (32 or 64) || !hex.All(char.IsAsciiHexDigit))
        {
            throw new ValueError($"A checksum has 32 (md5) or 64 (sha256) hexadecimal digits, received: '{hex}'");
        }

        return new(hex.Length == 64 ? HashAlgorithmName.SHA256 : HashAlgorithmName.MD5, hex.ToLowerInvariant());
    }

    /// <summary>The same hash of a file's bytes.</summary>
    public string Of(string path)
    {
        using var hash = IncrementalHash.CreateHash(Algorithm);
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        var buffer = new byte[1 << 18];
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            hash.AppendData(buffer, 0, read);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public bool Matches(string path) => Of(path) == Hex;

    public override string ToString() => $"{Algorithm.Name!.ToLowerInvariant()} {Hex}";
}

using System.Formats.Tar;
using System.Text;
using KerasSharp.Datasets;
using KerasSharp.Tests.Utils;

namespace KerasSharp.Tests.Datasets;

public sealed class TarArchiveTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Wanted_files_come_with_their_content()
    {
        var taken = Read(Pickles.Tar(("a/one", [1]), ("./a/two", [2, 3]), ("a/three", [])), name => name != "a/one");
        Assert.Equal(["a/two", "a/three"], taken.Select(file => file.Name));
        Assert.Equal(new byte[] { 2, 3 }, taken[0].Content);
        Assert.Empty(taken[1].Content);
    }

    [Theory]
    [InlineData("../evil", "its name leads out of the archive")]
    [InlineData("a/../../evil", "its name leads out of the archive")]
    [InlineData("/etc/evil", "its name leads out of the archive")]
    [InlineData("a\\..\\evil", "its name leads out of the archive")]
    [InlineData("C:evil", "its name leads out of the archive")]
    public void An_archive_with_a_name_that_leads_elsewhere_is_refused(string name, string reason) => Refused(Pickles.Tar((name, [1])), name, reason);

    [Theory]
    [InlineData(TarEntryType.SymbolicLink)]
    [InlineData(TarEntryType.HardLink)]
    [InlineData(TarEntryType.CharacterDevice)]
    public void Links_and_devices_are_refused(TarEntryType type)
    {
        using var archive = new MemoryStream();
        using (var writer = new TarWriter(archive, TarEntryFormat.Ustar))
        {
            var entry = new UstarTarEntry(type, "a");
            if (type != TarEntryType.CharacterDevice)
            {
                entry.LinkName = "/etc/passwd";
            }

            writer.WriteEntry(entry);
        }

        Refused(archive.ToArray(), "a", $"it is a {type}, neither a file nor a folder");
    }

    [Fact]
    public void A_size_that_no_file_of_a_data_set_has_is_refused_before_memory_is_taken()
    {
        var archive = Pickles.Tar(("a", [1]));
        Encoding.ASCII.GetBytes("77777777777").CopyTo(archive, 124); // the size, octal: 8 GB
        var sum = archive.AsSpan(0, 512).ToArray().Select((value, i) => i is >= 148 and < 156 ? 32 : value).Sum();
        Encoding.ASCII.GetBytes(Convert.ToString(sum, 8).PadLeft(6, '0') + "\0 ").CopyTo(archive, 148);
        Refused(archive, "a", "it has 8589934591 bytes, at most 268435456 are expected");
    }

    [Fact]
    public void What_is_cut_off_or_no_archive_is_an_error_with_its_name()
    {
        foreach (var bytes in new[] { Files.Counting(100), Files.Gzip(Pickles.Tar(("a", new byte[5000])))[..60], Files.Gzip(Pickles.Tar(("a", new byte[5000]))[..2000]) })
        {
            File.WriteAllBytes(folder["a.tar.gz"], bytes);
            Assert.StartsWith(folder["a.tar.gz"] + ": ", Assert.Throws<OSError>(() => TarArchive.Read(folder["a.tar.gz"], _ => true, (_, _) => { })).Message,
                StringComparison.Ordinal);
        }
    }

    private void Refused(byte[] archive, string name, string reason) =>
        Assert.Equal($"{folder["a.tar.gz"]}: The archive is refused because of its entry '{name}': {reason}.", Assert.Throws<OSError>(() => Read(archive, _ => true)).Message);

    private List<(string Name, byte[] Content)> Read(byte[] archive, Predicate<string> wanted)
    {
        File.WriteAllBytes(folder["a.tar.gz"], Files.Gzip(archive));
        var taken = new List<(string Name, byte[] Content)>();
        TarArchive.Read(folder["a.tar.gz"], wanted, (name, content) => taken.Add((name, content)));
        return taken;
    }
}

using KerasSharp.Saving;
using KerasSharp.Saving.Hdf5;
using KerasSharp.Tests.Utils;

namespace KerasSharp.Tests.Saving;

/// <summary>Whatever goes wrong while writing, the old file stays whole and nothing is left behind.</summary>
public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_file_is_made_and_replaced()
    {
        AtomicFile.Write(folder["a.txt"], s => s.Write("one"u8));
        AtomicFile.Write(folder["a.txt"], s => s.Write("2"u8));
        Assert.Equal("2", File.ReadAllText(folder["a.txt"]));
        Assert.Equal(["a.txt"], Files());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    [InlineData(10_000)]
    [InlineData(30_000)]
    public void A_full_disk_leaves_the_old_file(int space)
    {
        var tree = new Hdf5Group();
        tree.Add("dense/kernel:0", new Hdf5Dataset(new float[10_000], 100, 100));
        Hdf5Writer.Write(folder["model.h5"], tree);
        var before = File.ReadAllBytes(folder["model.h5"]);

        var error = Assert.Throws<OSError>(() => AtomicFile.Write(folder["model.h5"], s => Hdf5Writer.Write(s, tree), s => new FullDisk(s, space)));
        Assert.Equal($"Unable to write '{folder["model.h5"]}': No space left on device", error.Message);
        Assert.Equal(before, File.ReadAllBytes(folder["model.h5"]));
        Assert.Equal(["model.h5"], Files());
    }

    [Fact]
    public void A_device_that_is_really_full_or_read_only_leaves_the_old_file()
    {
        const string mount = "/bin/mount";
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists(mount), "needs Linux's mount");
        var disk = Directory.CreateDirectory(folder["disk"]).FullName;
        Assert.SkipUnless(Execute(mount, "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk) == 0, "may not mount a small file system");
        try
        {
            var path = Path.Combine(disk, "model.h5");
            AtomicFile.Write(path, s => s.Write(new byte[20_000]));
            Assert.Throws<OSError>(() => AtomicFile.Write(path, s => s.Write(new byte[200_000])));
            Assert.Equal(20_000, new FileInfo(path).Length);
            Assert.Equal([path], Directory.EnumerateFileSystemEntries(disk));

            Assert.Equal(0, Execute(mount, "-o", "remount,ro", disk));
            Assert.Contains(path, Assert.Throws<OSError>(() => AtomicFile.Write(path, s => s.Write("new"u8))).Message);
            Assert.Contains("new.h5", Assert.Throws<OSError>(() => AtomicFile.Write(Path.Combine(disk, "new.h5"), _ => { })).Message);
            Assert.Equal(20_000, new FileInfo(path).Length);
        }
        finally
        {
            Execute("/bin/umount", disk);
        }
    }

    [Fact]
    public void A_failure_of_the_writer_leaves_the_old_file()
    {
        File.WriteAllText(folder["a.txt"], "old");
        Assert.Throws<ValueError>(() => AtomicFile.Write(folder["a.txt"], s =>
        {
            s.Write("half"u8);
            throw new ValueError("a weight is missing");
        }));
        Assert.Equal("old", File.ReadAllText(folder["a.txt"]));
        Assert.Equal(["a.txt"], Files());
    }

    [Fact]
    public void A_missing_folder_and_a_folder_of_that_name_are_named()
    {
        var missing = folder["no/such/model.h5"];
        Assert.Contains($"name = '{missing}', errno = 2, error message = 'No such file or directory'", Assert.Throws<OSError>(() => AtomicFile.Write(missing, _ => { })).Message);
        Assert.Contains("errno = 21, error message = 'Is a directory'", Assert.Throws<OSError>(() => AtomicFile.Write(folder.Path, _ => { })).Message);
    }

    [Fact]
    public void A_folder_or_file_that_may_not_be_written_is_named()
    {
        Assert.SkipWhen(Environment.UserName == "root", "the superuser may write everywhere");
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes");
            return;
        }

        File.WriteAllText(folder["a.txt"], "old");
        File.SetUnixFileMode(folder["a.txt"], UnixFileMode.UserRead);
        Assert.Contains("Permission denied", Assert.Throws<OSError>(() => AtomicFile.Write(folder["a.txt"], s => s.Write("new"u8))).Message);
        Assert.Equal("old", File.ReadAllText(folder["a.txt"]));

        var closed = Directory.CreateDirectory(folder["closed"]);
        File.SetUnixFileMode(closed.FullName, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Assert.Contains("Permission denied", Assert.Throws<OSError>(() => AtomicFile.Write(Path.Combine(closed.FullName, "b.txt"), _ => { })).Message);
    }

    [Fact]
    public void A_symbolic_link_and_the_file_mode_stay()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("links need rights on Windows, which has no file modes");
            return;
        }

        File.WriteAllText(folder["real.txt"], "old");
        File.SetUnixFileMode(folder["real.txt"], UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.CreateSymbolicLink(folder["link.txt"], folder["real.txt"]);
        AtomicFile.Write(folder["link.txt"], s => s.Write("new"u8));
        Assert.Equal("new", File.ReadAllText(folder["real.txt"]));
        Assert.NotNull(new FileInfo(folder["link.txt"]).LinkTarget);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder["real.txt"]));
    }

    private IEnumerable<string?> Files() => Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName);

    private static int Execute(string program, params string[] arguments)
    {
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode;
    }

    /// <summary>A stream on a device with room for so many bytes.</summary>
    private sealed class FullDisk(Stream inner, long space) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => true;

        public override long Length => inner.Length;

        public override long Position { get => inner.Position; set => inner.Position = value; }

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

        public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

        public override void SetLength(long value) => inner.SetLength(value);

        public override void Write(byte[] buffer, int offset, int count)
        {
            if (Position + count > space)
            {
                throw new IOException("No space left on device");
            }

            inner.Write(buffer, offset, count);
        }
    }
}

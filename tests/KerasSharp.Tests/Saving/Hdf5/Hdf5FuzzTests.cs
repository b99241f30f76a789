using KerasSharp.Saving.Hdf5;
using KerasSharp.TestSupport;
using KerasSharp.Tests.Utils;

namespace KerasSharp.Tests.Saving.Hdf5;

/// <summary>Damaged files: whatever bytes they hold, an <see cref="OSError"/> comes out or a tree, in good time and little memory.</summary>
public sealed class Hdf5FuzzTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string> Files => new(
        [.. GoldenModelFolder.Files("*.h5").Where(f => f.Contains("/encodings/", StringComparison.Ordinal)), .. GoldenModelFolder.Files("model.h5").Take(1), "ours", "heap"]);

    [Theory, MemberData(nameof(Files))]
    public void Flipped_bytes_give_our_error_or_a_tree(string file)
    {
        var original = Original(file);
        var random = new Random(file.Length);
        var (read, refused) = (0, 0);
        for (var round = 0; round < 200; round++)
        {
            var bytes = original.ToArray();
            for (var n = random.Next(1, 4); n > 0; n--)
            {
                // Sizes, addresses and versions sit between zeros: these bytes make the interesting damage.
                var at = random.Next(bytes.Length);
                bytes[at] = random.Next(3) switch { 0 => 0xff, 1 => (byte)(bytes[at] ^ (1 << random.Next(8))), _ => (byte)random.Next(256) };
            }

            Count(TryRead(bytes));
        }

        for (var round = 0; round < 30; round++)
        {
            Count(TryRead(original[..random.Next(original.Length)]));
        }

        // Both happen: damage among numbers goes unseen, damage in structures is found.
        Assert.True(read > 0 && refused > 30, $"{read} files were read, {refused} refused");

        void Count(bool wasRead) => _ = wasRead ? read++ : refused++;
    }

    private bool TryRead(byte[] bytes)
    {
        File.WriteAllBytes(folder["damaged.h5"], bytes);
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            using var file = Hdf5File.Open(folder["damaged.h5"]);
            ReadAll(file.Root);
            return true;
        }
        catch (OSError e)
        {
            Assert.Contains("damaged.h5", e.Message);
            return false;
        }
        finally
        {
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000_000);
        }
    }

    private static void ReadAll(Hdf5Node node)
    {
        if (node is Hdf5Dataset dataset)
        {
            dataset.ReadSingle();
        }

        foreach (var member in (node as Hdf5Group)?.Members.Values.ToList() ?? [])
        {
            ReadAll(member);
        }
    }

    private byte[] Original(string file)
    {
        if (file is not ("ours" or "heap"))
        {
            return File.ReadAllBytes(Path.Combine(Paths.Golden, file));
        }

        Hdf5Writer.Write(folder["ours.h5"], file == "ours" ? RandomTree.Make(7) : ManyMembers());
        if (file == "ours")
        {
            return File.ReadAllBytes(folder["ours.h5"]);
        }

        H5py.Require();
        H5py.Rewrite(folder["ours.h5"], folder["heap.h5"], "latest");
        return File.ReadAllBytes(folder["heap.h5"]);
    }

    private static Hdf5Group ManyMembers()
    {
        var tree = new Hdf5Group();
        for (var i = 0; i < 40; i++)
        {
            tree.Add($"layer_{i}/kernel:0", new Hdf5Dataset([1f], 1));
            tree.Attributes[$"weight_names{i}"] = new[] { "a", "b" };
        }

        return tree;
    }
}

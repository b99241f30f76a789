using System.Text;
using KerasSharp.Datasets;

namespace KerasSharp.Tests.Datasets;

public class PickleReaderTests
{
    [Fact]
    public void A_batch_gives_its_array_and_its_lists()
    {
        var dictionary = PickleReader.ReadDictionary(Pickles.Batch(Files.Counting(6144), ("labels", [7, 3])), "a");
        var array = Assert.IsType<PickleReader.Array>(dictionary["data"]);
        Assert.Equal([2L, 3072], array.Shape);
        Assert.Equal(Files.Counting(6144), array.Data.ToArray());
        Assert.Equal([7L, 3L], Assert.IsType<List<object?>>(dictionary["labels"]).Cast<long>());
        Assert.Equal("testing batch", Encoding.ASCII.GetString(((ReadOnlyMemory<byte>)dictionary["batch_label"]!).Span));
        Assert.Equal(["batch_label", "data", "filenames", "labels"], dictionary.Keys.Order());
    }

    [Fact]
    public void What_was_kept_can_be_recalled()
    {
        byte[] pickle = [.. Pickles.Start, (byte)'}', (byte)'(', .. Pickles.Text("a"), (byte)'K', 5, (byte)'q', 9, .. Pickles.Text("b"), (byte)'h', 9, (byte)'u', .. Pickles.Stop];
        var dictionary = PickleReader.ReadDictionary(pickle, "a");
        Assert.Equal((5L, 5L), (dictionary["a"], dictionary["b"]));
    }

    public static TheoryData<string, byte[], string> Hostile => new()
    {
        { "runs a command", [.. Pickles.Start, .. Pickles.Global("posix", "system"), (byte)'(', .. Pickles.Text("id"), (byte)'t', (byte)'R', .. Pickles.Stop], "it asks for posix.system, which is never called" },
        { "evaluates", [.. Pickles.Start, .. Pickles.Global("__builtin__", "eval"), .. Pickles.Stop], "it asks for __builtin__.eval" },
        { "names NumPy's loader", [.. Pickles.Start, .. Pickles.Global("numpy", "load"), .. Pickles.Stop], "it asks for numpy.load" },
        { "makes an instance", [.. Pickles.Start, (byte)'(', (byte)'i', .. "os\nsystem\n"u8], "it has the instruction 0x69 at byte 3" },
        { "names by stack", [.. Pickles.Start, .. Pickles.Text("os"), .. Pickles.Text("system"), 0x93], "it has the instruction 0x93" },
        { "asks for a persistent object", [.. Pickles.Start, (byte)'P', .. "id\n"u8], "it has the instruction 0x50" },
        { "a later protocol", [0x80, 4, (byte)'}', .. Pickles.Stop], "its protocol is 4, expected 2" },
        { "calls a dtype of objects", Pickles.Dictionary("data", Pickles.Array("O8", [1], [1])), "it holds an array of dtype 'O8', expected 'u1'" },
        { "an array larger than its bytes", Pickles.Dictionary("data", Pickles.Array("u1", [int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue], [1])), "and 1 bytes" },
        { "an array of negative size", Pickles.Dictionary("data", Pickles.Array("u1", [-1, -1], [1])), "and 1 bytes" },
        { "Fortran order", Pickles.Dictionary("data", Pickles.Array("u1", [1], [1], fortran: true)), "no array in C order" },
        { "a text longer than the file", [.. Pickles.Start, (byte)'T', 255, 255, 255, 127], "it is cut off" },
        { "a text of negative length", [.. Pickles.Start, (byte)'T', 255, 255, 255, 255], "it has a text of -1 bytes" },
        { "a global that is no data", Pickles.Dictionary("a", Pickles.Global("numpy", "ndarray")), "it holds something that is no data" },
        { "a recall of nothing", [.. Pickles.Start, (byte)'h', 3], "it recalls a value that it never kept" },
        { "an empty stack", [.. Pickles.Start, (byte)'s'], "it takes a value that is not there" },
        { "a mark in place of a value", [.. Pickles.Start, (byte)'(', .. Pickles.Stop], "it ends in the middle" },
        { "a list never begun", [.. Pickles.Start, (byte)'t'], "it ends a list that it never began" },
        { "a key that is no text", [.. Pickles.Start, (byte)'}', (byte)'K', 1, (byte)'K', 2, (byte)'s', .. Pickles.Stop], "it has a key that is no text" },
        { "a list at its end", [.. Pickles.Start, (byte)']', .. Pickles.Stop], "it holds no dictionary" },
        { "nothing", [], "it is cut off" },
    };

    [Theory, MemberData(nameof(Hostile))]
    public void What_is_more_than_building_data_is_refused(string what, byte[] pickle, string reason)
    {
        Assert.NotEmpty(what);
        var message = Assert.Throws<OSError>(() => PickleReader.ReadDictionary(pickle, "a file")).Message;
        Assert.StartsWith("a file: The Python pickle is refused: ", message, StringComparison.Ordinal);
        Assert.Contains(reason, message, StringComparison.Ordinal);
    }

    // However a file is damaged: an error of this library, or other data; nothing else happens.
    [Fact]
    public void A_damaged_batch_is_refused_or_read_as_other_data_wherever_the_damage_is()
    {
        var whole = Pickles.Batch(new byte[3072], ("labels", [7]));
        var random = new Random(5);
        for (var i = 0; i < 3000; i++)
        {
            byte[] damaged = [.. whole];
            damaged[random.Next(2) == 0 ? random.Next(200) : random.Next(damaged.Length)] = (byte)random.Next(256);
            var length = random.Next(4) == 0 ? random.Next(damaged.Length) : damaged.Length;
            try
            {
                PickleReader.ReadDictionary(damaged.AsMemory(0, length), "a");
            }
            catch (OSError)
            {
                // refused
            }
        }
    }
}

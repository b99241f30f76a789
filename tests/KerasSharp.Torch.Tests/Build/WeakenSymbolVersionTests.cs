using KerasSharp.Torch.Build;

namespace KerasSharp.Tests.Build;

public sealed class WeakenSymbolVersionTests : IDisposable
{
    private const string Version = "GLIBCXX_3.4.32";
    private static readonly string[] Needed = ["GLIBC_2.3", "GLIBCXX_3.4.3", Version, "GLIBCXX_3.4.30"];
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Of_a_needy_library_one_flag_changes()
    {
        byte[] before = ElfFile.Asking(0, Needed), after = [.. before];
        Assert.True(WeakenSymbolVersion.Apply(after, Version));
        var changed = Enumerable.Range(0, before.Length).Where(i => before[i] != after[i]).ToArray();

        // Header, the first library with two versions, the second library, its first version's flags.
        Assert.Equal([64 + 48 + 16 + 4], changed);
        Assert.Equal(0x2, after[changed[0]]);
    }

    [Fact]
    public void Other_flags_stay()
    {
        var elf = ElfFile.Asking(0x8000 | 0x1, Needed);
        Assert.True(WeakenSymbolVersion.Apply(elf, Version));
        Assert.Equal([0x3, 0x80], elf[132..134]);
    }

    [Fact]
    public void A_second_time_changes_nothing()
    {
        var elf = ElfFile.Asking(0, Needed);
        WeakenSymbolVersion.Apply(elf, Version);
        byte[] once = [.. elf];
        Assert.False(WeakenSymbolVersion.Apply(elf, Version));
        Assert.Equal(once, elf);
    }

    [Fact]
    public void A_healthy_library_stays_as_it_is()
    {
        byte[] elf = ElfFile.Asking(0, "GLIBC_2.3", "GLIBCXX_3.4.3", "GLIBCXX_3.4.320", "GLIBCXX_3.4.30"), before = [.. elf];
        Assert.False(WeakenSymbolVersion.Apply(elf, Version));
        Assert.Equal(before, elf);
    }

    [Fact]
    public void A_library_that_is_cut_off_is_refused()
    {
        var whole = ElfFile.Asking(0, Needed);

        // The last 24 bytes of the last section header are not read.
        for (var length = 0; length < whole.Length - 40; length++)
        {
            Assert.Throws<InvalidDataException>(() => WeakenSymbolVersion.Apply(whole[..length], Version));
        }
    }

    [Fact]
    public void Damage_ends_in_an_error_or_in_nothing()
    {
        var random = new Random(1);
        for (var i = 0; i < 3000; i++)
        {
            var elf = ElfFile.Asking(0, Needed);
            for (var j = 0; j < 3; j++)
            {
                elf[random.Next(elf.Length)] = (byte)random.Next(256);
            }

            try
            {
                WeakenSymbolVersion.Apply(elf, Version);
            }
            catch (InvalidDataException)
            {
                // The only exception that may come.
            }
        }
    }

    [Theory]
    [InlineData("MZ this is a Windows program, and long enough to hold a header of 64 bytes")]
    [InlineData("")]
    public void Other_files_are_refused(string text)
        => Assert.Throws<InvalidDataException>(() => WeakenSymbolVersion.Apply(System.Text.Encoding.ASCII.GetBytes(text), Version));

    [Fact]
    public void A_hard_link_to_the_source_is_replaced_and_the_source_stays()
    {
        string source = Path.Combine(folder.FullName, "package.so"), target = Path.Combine(folder.FullName, "output.so");
        File.WriteAllBytes(source, ElfFile.Asking(0, Needed));
        if (!OperatingSystem.IsWindows())
        {
            File.CreateSymbolicLink(target, source);
        }

        Assert.True(WeakenSymbolVersion.CopyFile(source, target, Version));
        Assert.Equal(ElfFile.Asking(0, Needed), File.ReadAllBytes(source));
        Assert.False(WeakenSymbolVersion.Apply(File.ReadAllBytes(target), Version));
        Assert.Equal(["output.so", "package.so"], folder.GetFiles().Select(f => f.Name).Order());
    }

    [Fact]
    public void A_source_that_is_cut_off_leaves_the_target_alone()
    {
        string source = Path.Combine(folder.FullName, "package.so"), target = Path.Combine(folder.FullName, "output.so");
        File.WriteAllBytes(source, ElfFile.Asking(0, Needed)[..100]);
        File.WriteAllText(target, "what was there");
        Assert.Throws<InvalidDataException>(() => WeakenSymbolVersion.CopyFile(source, target, Version));
        Assert.Equal("what was there", File.ReadAllText(target));
        Assert.Equal(2, folder.GetFiles().Length);
    }

    [Fact]
    public void The_library_in_this_output_is_cured()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The cure is for Linux.");
        var library = Assert.Single(Directory.GetFiles(AppContext.BaseDirectory, "libLibTorchSharp.so", SearchOption.AllDirectories));
        Assert.False(WeakenSymbolVersion.Apply(File.ReadAllBytes(library), Version));
    }
}

namespace KerasSharp.Tests.Python;

public sealed class OsTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kerassharp-os-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Makedirs_makes_all_that_is_missing_and_refuses_what_is_there()
    {
        var deep = Path.Combine(folder.FullName, "a", "b");
        os.makedirs(deep);
        os.makedirs(deep, exist_ok: true);
        Assert.True(Directory.Exists(deep));
        Assert.Equal($"[Errno 17] File exists: '{deep}'", Assert.Throws<OSError>(() => os.makedirs(deep)).Message);
        var file = Path.Combine(deep, "file");
        File.WriteAllText(file, "");
        Assert.Throws<OSError>(() => os.makedirs(file, exist_ok: true));
        Assert.Throws<OSError>(() => os.makedirs(Path.Combine(file, "below")));
    }

    [Fact]
    public void A_missing_folder_cannot_be_entered() =>
        Assert.Contains("missing", Assert.Throws<OSError>(() => os.chdir(Path.Combine(folder.FullName, "missing"))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("plain/~")]
    [InlineData("")]
    public void A_path_without_a_leading_tilde_stays(string path) => Assert.Equal(path, os.path.expanduser(path));

    [Fact]
    public void A_leading_tilde_is_the_user_s_folder()
    {
        var home = Environment.GetEnvironmentVariable(OperatingSystem.IsWindows() ? "USERPROFILE" : "HOME");
        Assert.SkipWhen(string.IsNullOrEmpty(home), "no home folder is set");
        Assert.Equal(home, os.path.expanduser("~"));
        Assert.Equal(home + "/CNN_Tutorial", os.path.expanduser("~/CNN_Tutorial"));
        Assert.Throws<ValueError>(() => os.path.expanduser("~somebody/x"));
    }
}

namespace KerasSharp.Tests;

public class SmokeTest
{
    [Fact]
    public void The_repository_is_found() => Assert.True(File.Exists(Path.Combine(TestSupport.Paths.RepositoryRoot, "global.json")));
}

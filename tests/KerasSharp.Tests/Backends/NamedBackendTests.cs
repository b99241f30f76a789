using KerasSharp.Backends;

namespace KerasSharp.Tests.Backends;

public class NamedBackendTests
{
    [Fact]
    public void An_unknown_backend_lists_those_that_there_are()
    {
        var error = Assert.Throws<ValueError>(() => keras.config.set_backend("tensorflow"));
        Assert.Equal("Unable to import backend : tensorflow. Expected one of: managed, torch.", error.Message);
    }

    [Fact]
    public void Torch_without_its_assembly_says_what_is_missing()
    {
        // This test project does not refer to KerasSharp.Torch.
        var error = Assert.Throws<ValueError>(() => NamedBackend.Create("torch"));
        Assert.Contains("add a reference to the project Shared/KerasSharp.Torch", error.Message);
    }

    [Fact]
    public void The_managed_backend_is_the_default() => Assert.Equal("managed", keras.config.backend());
}

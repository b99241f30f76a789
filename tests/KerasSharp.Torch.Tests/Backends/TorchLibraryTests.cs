using KerasSharp.Torch;

namespace KerasSharp.Tests.Backends;

public class TorchLibraryTests
{
    [Fact]
    public void All_tests_here_run_on_torch() => Assert.Equal("torch", keras.config.backend());

    [Fact]
    public void A_failed_load_becomes_one_clear_message()
    {
        var cause = new TypeInitializationException("x", new DllNotFoundException("LibTorchSharp.so: GLIBCXX_3.4.32 not found\nTrace of the search\n…"));
        var message = TorchLibrary.Explain(cause);
        Assert.DoesNotContain('\n', message);
        Assert.Contains("GLIBCXX_3.4.32 not found", message);
        Assert.Contains("KERAS_BACKEND=managed", message);
    }

    [Fact]
    public void A_tensor_outlives_the_dispose_scopes_of_the_program_around_it()
    {
        KerasSharp.Engine.Tensor x;
        using (TorchSharp.torch.NewDisposeScope())
        {
            x = keras.ops.square(KerasSharp.Engine.Tensor.Full(3, 4));
        }

        Assert.Equal([9, 9, 9, 9], x.ToArray<float>());
    }
}

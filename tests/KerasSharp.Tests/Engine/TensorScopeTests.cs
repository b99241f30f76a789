using KerasSharp.Backends;
using KerasSharp.Backends.Managed;
using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp.Tests.Engine;

public class TensorScopeTests
{
    [Fact]
    public void A_tensor_is_gone_when_its_scope_has_ended()
    {
        Tensor tensor;
        using (TensorScope.Begin())
        {
            tensor = Tensor.Full(1, 3);
        }

        var error = Assert.Throws<ObjectDisposedException>(() => tensor.ToArray<float>());
        Assert.Contains("step that has ended", error.Message);
    }

    [Fact]
    public void A_kept_tensor_outlives_its_scope_and_nobody_writes_over_it()
    {
        Tensor kept;
        using (TensorScope.Begin())
        {
            kept = TensorScope.Keep(Tensor.Full(7, 100));
        }

        using (TensorScope.Begin())
        {
            Tensor.Full(1, 100);
            Tensor.Full(2, 100);
        }

        Assert.All(kept.ToArray<float>(), value => Assert.Equal(7, value));
    }

    [Fact]
    public void A_variable_made_inside_a_scope_stays()
    {
        Variable variable;
        using (TensorScope.Begin())
        {
            variable = new Variable(Tensor.Full(5, 2, 2));
        }

        using (TensorScope.Begin())
        {
            Tensor.Full(9, 2, 2);
        }

        Assert.Equal([5, 5, 5, 5], variable.value.ToArray<float>());
    }

    [Fact]
    public void A_reshape_shares_memory_and_gives_it_back_once()
    {
        var pool = ((ManagedBackend)Backend.Current).Pool;
        using (TensorScope.Begin())
        {
            ops.reshape(Tensor.Full(1, 12345), 5, 2469);
        }

        var before = pool.PooledBytes;
        using (TensorScope.Begin())
        {
            ops.reshape(Tensor.Full(1, 12345), 5, 2469);
        }

        Assert.Equal(before, pool.PooledBytes);
    }

    [Fact]
    public void Nested_scopes_end_from_the_inside()
    {
        using var outer = TensorScope.Begin();
        var a = Tensor.Full(1, 4);
        Tensor b;
        using (TensorScope.Begin())
        {
            b = Tensor.Full(2, 4);
        }

        Assert.Throws<ObjectDisposedException>(() => b.ToArray<float>());
        Assert.Equal([1, 1, 1, 1], a.ToArray<float>());
    }

    [Fact]
    public void Ending_an_outer_scope_first_is_refused()
    {
        var outer = TensorScope.Begin();
        var inner = TensorScope.Begin();
        Assert.Throws<InvalidOperationException>(outer.Dispose);
        inner.Dispose();
        outer.Dispose();
        Assert.Equal(0, TensorScope.LiveCount);
    }

    [Fact]
    public void A_warm_scope_makes_no_new_buffer()
    {
        var pool = ((ManagedBackend)Backend.Current).Pool;
        void Step()
        {
            using var scope = TensorScope.Begin();
            var x = Tensor.Full(2, 317, 11);
            _ = ops.sum((x * x) + x);
        }

        Step();
        var made = pool.CreatedBuffers;
        for (var i = 0; i < 5; i++)
        {
            Step();
        }

        // Other tests run beside this one and may make buffers of their own, but not five times what one step needs.
        Assert.InRange(pool.CreatedBuffers - made, 0, 4);
    }
}

using System.Reflection;
using KerasSharp.Backends;
using KerasSharp.Backends.Managed;
using KerasSharp.Engine;
using KerasSharp.TestSupport.Naive;

namespace KerasSharp.Tests.Ops;

/// <summary>
/// Every operation with arguments that do not fit: it computes, or it throws an error of its own; it never reads or writes past a buffer. The
/// naive backend's arrays have their exact lengths, so there any access past an end is an exception; behind the managed backend's inputs
/// stands a mark that must stay.
/// </summary>
public class OperationArgumentTests
{
    private const int Rounds = 150;
    private const byte Mark = 0xA5;

    private static readonly MethodInfo[] All =
    [
        .. typeof(keras.ops).GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(m => (m.IsPublic || m.IsAssembly) && m.ReturnType != typeof(void) && !m.Name.Contains('<', StringComparison.Ordinal)),
    ];

    public static TheoryData<string> Names => new(All.Select(m => m.Name).Distinct().Order());

    [Theory, MemberData(nameof(Names))]
    public void An_operation_computes_or_refuses(string name)
    {
        foreach (var function in All.Where(m => m.Name == name))
        {
            for (var seed = 0; seed < Rounds; seed++)
            {
                using (Backend.UseOnThisThread(new NaiveBackend()))
                {
                    Try(function, seed, isManaged: false);
                }

                Try(function, seed, isManaged: true);
            }
        }
    }

    private static void Try(MethodInfo function, int seed, bool isManaged)
    {
        using var scope = TensorScope.Begin();
        var arguments = new RandomArguments(seed).For(function);
        Tensor[] inputs = [.. arguments.SelectMany(a => a is Tensor t ? [t] : a as Tensor[] ?? [])];
        if (isManaged && inputs.Any(t => t.Storage is not ManagedStorage))
        {
            return;
        }

        if (isManaged)
        {
            Array.ForEach(inputs, t => Behind(t).Fill(Mark));
        }

        using var tape = new GradientTape().start();
        Array.ForEach(inputs, tape.watch);
        try
        {
            var result = function.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);
            tape.stop();
            if (result is Tensor { IsSymbolic: false } y)
            {
                Assert.Equal(y.Dims.ToArray().Aggregate(1, (product, d) => product * d), y.size);
                _ = keras.ops.cast(y, "float32").ToArray<float>();
                _ = tape.gradient(y, inputs);
            }
        }
        catch (Exception e) when (e is ValueError or TypeError or IndexError or NotImplementedError)
        {
            // Refused in words of its own.
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw new InvalidOperationException($"{function.Name}({string.Join(", ", arguments.Select(RandomArguments.Describe))}), seed {seed}: {e.Message}", e);
        }

        if (isManaged)
        {
            Assert.All(inputs, t => Assert.Equal(-1, Behind(t).IndexOfAnyExcept(Mark)));
        }
    }

    // What the pool gives beyond a tensor's elements: it rounds up to 256 bytes.
    private static unsafe Span<byte> Behind(Tensor tensor)
    {
        var used = tensor.size * tensor.dtype.Size();
        return new Span<byte>(((ManagedStorage)tensor.Storage).Bytes + used, Math.Max(0, 256 - used));
    }
}

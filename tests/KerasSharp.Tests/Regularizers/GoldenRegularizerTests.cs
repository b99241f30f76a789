using KerasSharp.Engine;
using KerasSharp.Regularizers;
using KerasSharp.Saving;
using KerasSharp.TestSupport;

namespace KerasSharp.Tests.Regularizers;

/// <summary>Every regularizer of regularizers.json, made from its class, its function or its name.</summary>
public class GoldenRegularizerTests
{
    private static readonly GoldenCases Golden = new("regularizers.json", "cases");

    public static TheoryData<string> Cases => new(Golden.Names);

    [Theory, MemberData(nameof(Cases))]
    public void A_regularizer_has_Keras_s_penalty_and_gradient(string name) => Golden.Run(name, c =>
    {
        var regularizer = GoldenFile.Has(c, "identifier") ? keras.regularizers.get(c.GetProperty("identifier").GetString()!)
            : (Regularizer)ObjectRegistry.Create("regularizers", c.GetProperty(GoldenFile.Has(c, "function") ? "function" : "class").GetString()!, GoldenArguments.Of(c));
        Assert.Equal(c.GetProperty("class").GetString(), regularizer.GetType().Name);
        GoldenConfig.Same(c.GetProperty("config"), regularizer.get_config());
        GoldenConfig.Same(c.GetProperty("config"), keras.regularizers.deserialize(keras.regularizers.serialize(regularizer)).get_config());

        var x = Tensor.From(new GoldenArray(c.GetProperty("input")).ToNDArray());
        using var tape = new GradientTape();
        tape.watch(x);
        tape.start();
        var penalty = regularizer.call(x);
        tape.stop();
        GoldenArray.Close(c.GetProperty("value"), penalty.ToArray<float>(), penalty.Dims, what: "value");

        // A penalty that does not depend on x has no gradient: Keras's is then zero.
        var gradient = tape.gradient(penalty, [x])[0] ?? Tensor.Full(0, x.DimsArray);
        GoldenArray.Close(c.GetProperty("gradient"), gradient.ToArray<float>(), gradient.Dims, what: "gradient");
    });
}

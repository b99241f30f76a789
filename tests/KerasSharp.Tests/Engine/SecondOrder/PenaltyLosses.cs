using KerasSharp.Engine;
using KerasSharp.Models;
using static KerasSharp.keras;

namespace KerasSharp.Tests.Engine.SecondOrder;

/// <summary>The losses of second_order.json's <c>models</c>, by their <c>formula</c>.</summary>
internal static class PenaltyLosses
{
    /// <summary>The loss, and its parts by name.</summary>
    public static (Tensor Loss, Dictionary<string, Tensor> Parts) Of(string name, Dictionary<string, Sequential> networks, Dictionary<string, Tensor> data) => name switch
    {
        _ when name.StartsWith("WGAN-GP", StringComparison.Ordinal) => Wasserstein(networks["critic"], data["real"], data["fake"], data["alpha"]),
        "R1 penalty" => R1(networks.Values.Single(), data["real"], data["fake"]),
        "contractive autoencoder" => Contractive(networks["encoder"], networks["decoder"], data["x"]),
        _ when name.StartsWith("PINN: u''", StringComparison.Ordinal) => Poisson(networks["u"], data["x"], data["edge"]),
        _ => Burgers(networks["u"], data),
    };

    private static (Tensor, Dictionary<string, Tensor>) Wasserstein(Sequential critic, Tensor real, Tensor fake, Tensor alpha)
    {
        var x = real + (alpha * (fake - real));
        var g = Slope(() => critic.apply(x), x);
        var norm = ops.sqrt(ops.sum(ops.square(g), Behind(x)));
        var penalty = ops.mean(ops.square(norm - 1));
        var wasserstein = ops.mean(critic.apply(fake)) - ops.mean(critic.apply(real));
        return (wasserstein + (10.0 * penalty), new() { ["wasserstein"] = wasserstein, ["penalty"] = penalty });
    }

    private static (Tensor, Dictionary<string, Tensor>) R1(Sequential net, Tensor real, Tensor fake)
    {
        var g = Slope(() => net.apply(real), real);
        var penalty = ops.mean(ops.sum(ops.square(g), Behind(real)));
        var logistic = ops.mean(ops.softplus(-net.apply(real))) + ops.mean(ops.softplus(net.apply(fake)));
        return (logistic + (5.0 * penalty), new() { ["logistic"] = logistic, ["penalty"] = penalty });
    }

    private static (Tensor, Dictionary<string, Tensor>) Contractive(Sequential encoder, Sequential decoder, Tensor x)
    {
        using var inner = tf.GradientTape();
        inner.watch(x);
        var code = encoder.apply(x);
        inner.stop();
        var jacobian = inner.batch_jacobian(code, x);
        var reconstruction = ops.mean(ops.square(decoder.apply(code) - x));
        var penalty = ops.mean(ops.sum(ops.square(jacobian), (1, 2)));
        return (reconstruction + (0.1 * penalty), new() { ["reconstruction"] = reconstruction, ["penalty"] = penalty });
    }

    private static (Tensor, Dictionary<string, Tensor>) Poisson(Sequential u, Tensor x, Tensor edge)
    {
        var second = Slope(() => Slope(() => u.apply(x), x), x);
        var residual = ops.mean(ops.square(second + (Math.PI * Math.PI * ops.sin(Math.PI * x))));
        var boundary = ops.mean(ops.square(u.apply(edge)));
        return (residual + boundary, new() { ["residual"] = residual, ["edge"] = boundary });
    }

    private static (Tensor, Dictionary<string, Tensor>) Burgers(Sequential net, Dictionary<string, Tensor> data)
    {
        var (x, t) = (data["x"], data["t"]);
        Tensor U() => net.apply(ops.concatenate([x, t], 1));
        var value = U();
        var byTime = Slope(U, t);
        var byPlace = Slope(U, x);
        var second = Slope(() => Slope(U, x), x);
        var residual = ops.mean(ops.square(byTime + (value * byPlace) - (0.1 * second)));
        var known = ops.mean(ops.square(net.apply(data["known"]) - data["value"]));
        return (residual + known, new() { ["residual"] = residual, ["data"] = known });
    }

    private static Tensor Slope(Func<Tensor> function, Tensor x)
    {
        using var inner = tf.GradientTape();
        inner.watch(x);
        var y = function();
        inner.stop();
        return inner.gradient(y, x)!;
    }

    // All axes but the batch.
    private static IntTuple Behind(Tensor x) => Enumerable.Range(1, x.ndim - 1).ToArray();
}

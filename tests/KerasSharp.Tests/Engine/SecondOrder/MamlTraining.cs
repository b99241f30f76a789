using System.Text.Json;
using KerasSharp.Engine;
using KerasSharp.TestSupport;
using static KerasSharp.keras;

namespace KerasSharp.Tests.Engine.SecondOrder;

/// <summary>Model-agnostic meta-learning: the gradient of a loss after inner steps of gradient descent, three outer steps long.</summary>
internal static class MamlTraining
{
    /// <summary>Runs the case's three steps.</summary>
    public static void Check(JsonElement c)
    {
        var settings = c.GetProperty("settings");
        var outerRate = settings.GetProperty("outer_rate").GetDouble();
        Variable[] weights = [.. c.GetProperty("weights").EnumerateArray().Select(w => new Variable(GoldenTensor.Of(w.GetProperty("array"))))];
        var tasks = c.GetProperty("tasks").EnumerateArray().Select(t => t.EnumerateObject().ToDictionary(p => p.Name, p => GoldenTensor.Of(p.Value))).ToArray();
        for (var step = 0; step < c.GetProperty("losses").GetArrayLength(); step++)
        {
            using var outer = tf.GradientTape();
            Tensor total = Tensor.Scalar(0);
            foreach (var task in tasks)
            {
                total += Error(task["query_x"], task["query_y"], Adapt(weights, task, settings));
            }

            var loss = total / tasks.Length;
            outer.stop();
            var gradients = outer.gradient(loss, weights);
            GoldenArray.Close<double>([c.GetProperty("losses")[step].GetDouble()], [(double)loss.item()], what: $"loss {step}");
            if (step == 0)
            {
                GoldenTensor.Close(c.GetProperty("loss"), loss, "loss");
                GoldenSecondOrderModelTests.CheckAll(c.GetProperty("gradients"), gradients, "gradient");
            }

            for (var i = 0; i < weights.Length; i++)
            {
                weights[i].assign(weights[i] - (outerRate * gradients[i]!));
            }
        }

        GoldenSecondOrderModelTests.CheckAll(c.GetProperty("final_weights"), [.. weights.Select(w => w.value)], "final weight");
    }

    private static Tensor[] Adapt(Variable[] weights, Dictionary<string, Tensor> task, JsonElement settings)
    {
        Tensor[] fast = [.. weights.Select(w => w.value)];
        for (var i = 0; i < settings.GetProperty("inner_steps").GetInt32(); i++)
        {
            using var inner = tf.GradientTape();
            inner.watch(Tensor.Create(fast));
            var support = Error(task["x"], task["y"], fast);
            inner.stop();
            var gradients = inner.gradient(support, fast);
            fast = [.. fast.Zip(gradients, (w, g) =>
                w - (settings.GetProperty("inner_rate").GetDouble() * (settings.GetProperty("first_order").GetBoolean() ? ops.stop_gradient(g!) : g!)))];
        }

        return fast;
    }

    private static Tensor Error(Tensor x, Tensor y, Tensor[] w)
        => ops.mean(ops.square(ops.matmul(ops.tanh(ops.matmul(x, w[0]) + w[1]), w[2]) + w[3] - y));
}

using System.Text.Json;
using KerasSharp.Engine;
using KerasSharp.TestSupport;

namespace KerasSharp.Tests.Tf;

/// <summary>Gradients that are scaled together: real TensorFlow's values, in tf_functions.json.</summary>
public class ClipByGlobalNormTests
{
    private static readonly Dictionary<string, JsonElement> All = GoldenFile.Load("tf_functions.json").GetProperty("cases").EnumerateArray()
        .Where(c => c.GetProperty("function").GetString() is "tf.clip_by_global_norm" or "tf.linalg.global_norm").ToDictionary(c => c.GetProperty("name").GetString()!);

    public static TheoryData<string> Cases => new(All.Keys);

    [Theory, MemberData(nameof(Cases))]
    public void The_norm_and_the_tensors_are_TensorFlow_s(string name)
    {
        var c = All[name];
        var args = c.GetProperty("args");
        Tensor[] tensors = [.. args.GetProperty("t_list").EnumerateArray().Select(Of)];
        IEnumerable<Tensor?> got;
        if (args.TryGetProperty("clip_norm", out var limit))
        {
            var (clipped, norm) = tf.clip_by_global_norm(tensors, limit.GetDouble(), args.TryGetProperty("use_norm", out var given) ? Of(given) : null);
            got = clipped.Append(norm);
        }
        else
        {
            got = [tf.linalg.global_norm(tensors)];
        }

        Assert.Equal(c.GetProperty("outputs").GetArrayLength(), got.Count());
        foreach (var (want, tensor) in c.GetProperty("outputs").EnumerateArray().Zip(got))
        {
            new GoldenArray(want).Close(tensor!.numpy(), what: name);
        }
    }

    [Fact]
    public void A_gradient_that_does_not_exist_stays_so()
        => Assert.Null(tf.clip_by_global_norm([Tensor.Scalar(3f), null], 1.0).list_clipped[1]);

    private static Tensor Of(JsonElement array) => Tensor.From(new GoldenArray(array).ToNDArray());
}

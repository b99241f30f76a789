using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using KerasSharp.Callbacks;
using KerasSharp.Models;
using KerasSharp.TestSupport;

namespace KerasSharp.Tests.Api;

/// <summary>The signatures of callbacks.json: callbacks, and the model's methods around training.</summary>
public class CallbackSignatureTests
{
    private static readonly GoldenCases Golden = new("callbacks.json", "signatures", waitsFor: (path, _) => Find(path).Length == 0 ? $"no callbacks.{path} yet" : null);

    // What CallbackList's **params holds, which the file leaves out.
    private static readonly string[] Params = ["callbacks.CallbackList: adds verbose", "callbacks.CallbackList: adds epochs", "callbacks.CallbackList: adds steps"];

    public static TheoryData<string> Cases => new(Golden.Names);

    [Theory, MemberData(nameof(Cases))]
    public void Parameters_are_Keras_s(string path) => Golden.Run(path, c =>
    {
        // The file of all signatures says more of each parameter: what has no default must be given.
        var parameters = new JsonArray();
        foreach (var parameter in c.EnumerateArray())
        {
            var node = JsonNode.Parse(parameter.GetRawText())!.AsObject();
            node["kind"] = "positional_or_keyword";
            node["required"] = !parameter.TryGetProperty("default", out _);
            parameters.Add(node);
        }

        var keras = JsonSerializer.SerializeToElement(parameters);
        var reviewed = path.StartsWith("Model.", StringComparison.Ordinal) ? path.Replace("Model.", "Sequential.", StringComparison.Ordinal) : $"callbacks.{path}";
        Assert.Equal([], Find(path).Select(m => Signature.Differences(reviewed, m, keras, []).Where(d => !SignatureTests.IsReviewed(d)).Except(Params).ToArray()).MinBy(d => d.Length)!);
    });

    private static MethodBase[] Find(string path) => path switch
    {
        "Callback" => typeof(Callback).GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic),
        "CallbackList" => typeof(CallbackList).GetConstructors(),
        _ when path.StartsWith("Model.", StringComparison.Ordinal) => [.. typeof(Model).GetMethods().Where(m => m.Name == path["Model.".Length..])],
        _ => [.. typeof(keras.callbacks).GetMethods().Where(m => m.Name == path)],
    };
}

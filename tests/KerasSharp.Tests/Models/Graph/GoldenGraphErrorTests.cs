using System.Text.Json;
using System.Text.RegularExpressions;
using KerasSharp.TestSupport;

namespace KerasSharp.Tests.Models.Graph;

/// <summary>Bad use of graphs, symbolic tensors and own layers: Keras's error, or one that says the same.</summary>
public partial class GoldenGraphErrorTests
{
    private const string Compiler = "the compiler refuses it";

    // What has no C# twin.
    private static readonly Dictionary<string, string> Untold = new()
    {
        ["output_is_a_layer"] = Compiler,
        ["input_is_a_shape"] = Compiler,
        ["inputs_only"] = Compiler,
        ["outputs_only"] = Compiler,
        ["old_keyword_input"] = Compiler,
        ["unknown_keyword"] = Compiler,
        ["layer_on_a_list_of_numbers_of_layers"] = Compiler,
        ["layer_without_arguments"] = Compiler,
        ["input_unknown_keyword"] = Compiler,
        ["add_on_a_functional_model"] = Compiler,
        ["clone_of_a_layer"] = Compiler,
        ["clone_function_is_no_function"] = Compiler,
        ["bool_of_a_symbolic_tensor"] = Compiler,
        ["and_of_symbolic_tensors"] = Compiler,
        ["np_function_of_a_symbolic_tensor"] = Compiler,
        ["range_of_a_symbolic_tensor"] = Compiler,
        ["assignment_to_an_item"] = Compiler,
        ["model_forgets_super_init"] = Compiler,
        ["layer_forgets_super_init"] = Compiler,
        ["train_step_returns_a_number"] = Compiler,
        ["add_weight_trainable_and_on_read"] = Compiler,
        ["input_spec_is_no_spec"] = Compiler,
        ["loss_is_a_number"] = Compiler,
        ["loss_of_one_argument"] = Compiler,
        ["unhashable"] = "C# finds every object in a dictionary by its identity",
        ["cond_of_a_symbolic_tensor"] = "no tf.cond yet",
        ["map_fn_of_a_symbolic_tensor"] = "no tf.map_fn yet",
        ["function_of_a_symbolic_tensor"] = "no tf.function yet",
        ["plot_model_not_built"] = "no utils.model_to_dot yet",
    };

    private static readonly GoldenCases Golden = new("functional.json", "calls.errors", waitsFor: (name, _) => Twin(name) is not null ? null
        : Untold.GetValueOrDefault(name) ?? "no C# twins of the code yet: functional");

    public static TheoryData<string> Cases => new(Golden.Names);

    [Theory, MemberData(nameof(Cases))]
    public void Bad_use_is_told_in_Keras_words(string name) => Golden.Run(name, c =>
    {
        object? result = null;
        var error = Record.Exception(() => { result = Twin(name)!(); });
        if (!GoldenFile.Has(c, "exception"))
        {
            // Keras lets it pass: here it passes too, or is refused by a rule of our own.
            Assert.True(error is null or ValueError or TypeError, error?.ToString());
            if (result is not null && error is null)
            {
                Assert.Equal(Spec(c.GetProperty("result").GetString()!), Spec($"{result}"));
            }

            return;
        }

        Assert.NotNull(error);
        if (c.GetProperty("exact").GetBoolean())
        {
            Assert.Contains(OperatorNumber().Replace(error.Message, "$1"), Essences(c));
            Assert.Equal(c.GetProperty("exception").GetString(), error.GetType().Name);
        }
        else
        {
            Assert.True(error is ValueError or TypeError or IndexError or KeyError or AttributeError or RuntimeError or NotImplementedError or OSError, error.ToString());
        }
    });

    // A twin returns nothing, or what its last line gives.
    private static Func<object?>? Twin(string name) => typeof(GraphErrorTwins).GetMethod(name) switch
    {
        null => null,
        { ReturnType: var type } method when type == typeof(void) => () =>
        {
            method.CreateDelegate<Action>()();
            return null;
        },
        var method => method.CreateDelegate<Func<object?>>(),
    };

    // fit has two forms of some: with the batch's size, or None.
    private static IEnumerable<string> Essences(JsonElement c)
    {
        yield return c.GetProperty("essence").GetString()!;
        if (GoldenFile.Has(c, "graph"))
        {
            yield return c.GetProperty("graph").GetProperty("essence").GetString()!;
        }
    }

    // A symbolic tensor without the number in its layer's automatic name.
    private static string Spec(string text) => AutomaticNumber().Replace(text, "_#'");

    // The layer of an operator has an automatic name: tf.__operators__.add_1.
    [GeneratedRegex(@"(tf\.__operators__\.[a-z]+)_\d+")]
    private static partial Regex OperatorNumber();

    [GeneratedRegex(@"_\d+'")]
    private static partial Regex AutomaticNumber();
}

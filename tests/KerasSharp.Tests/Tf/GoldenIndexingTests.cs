using System.Text.Json;
using KerasSharp.Engine;
using KerasSharp.TestSupport;

namespace KerasSharp.Tests.Tf;

/// <summary>Brackets, operators and variables as tf_indexing.json holds them: values, types, gradients, errors.</summary>
public class GoldenIndexingTests
{
    private static readonly GoldenCases Slicing = new("tf_indexing.json", "slices", waitsFor: (_, c) => IndexingCases.WaitsFor(c));

    private static readonly GoldenCases Operating = new("tf_indexing.json", "operators", waitsFor: (_, c) => IndexingCases.WaitsFor(c)
        ?? (Holds(c, "text") ? "no tensors of texts yet" : c.GetProperty("operator").GetString() == "==" && Holds(c, "none") ? "== null is C#'s" : null));

    private static readonly GoldenCases Unary = new("tf_indexing.json", "unary", waitsFor: (_, c) => IndexingCases.WaitsFor(c));

    private static readonly GoldenCases Changing = new("tf_indexing.json", "variables", waitsFor: (_, c) => IndexingCases.WaitsFor(c)
        ?? (c.GetProperty("steps").EnumerateArray().Any(s => s.GetProperty("method").GetString() == "set_shape") ? "C# keeps the name set_shape for the property shape" : null));

    public static TheoryData<string> Slices => new(Slicing.Names);

    public static TheoryData<string> Operators => new(Operating.Names);

    public static TheoryData<string> UnaryOperators => new(Unary.Names);

    public static TheoryData<string> Variables => new(Changing.Names);

    [Theory, MemberData(nameof(Slices))]
    public void Brackets(string name) => Slicing.Run(name, c =>
    {
        var x = IndexingCases.ToTensor(c.GetProperty("x"));
        var variable = c.GetProperty("on").GetString() == "variable" ? new Variable(x) : null;
        Tensor Get() => variable is null ? x[IndexingCases.Index(c.GetProperty("index"))] : variable[IndexingCases.Index(c.GetProperty("index"))];
        if (c.TryGetProperty("exception", out _))
        {
            IndexingCases.Fails(c, () => Get());
            return;
        }

        using var tape = tf.GradientTape();
        tape.watch(x);
        var y = Get();
        tape.stop();
        IndexingCases.Same(c.GetProperty("result"), y);
        if (GoldenFile.Has(c, "gradient"))
        {
            var gradient = tape.gradient(y, [variable?.value ?? x], IndexingCases.ToTensor(c.GetProperty("upstream")))[0]!;
            IndexingCases.Same(c.GetProperty("gradient"), gradient, "gradient");
        }
    });

    [Theory, MemberData(nameof(Operators))]
    public void Binary_operators(string name) => Operating.Run(name, c =>
    {
        var (left, right) = (IndexingCases.Operand(c.GetProperty("left")), IndexingCases.Operand(c.GetProperty("right")));
        var operation = c.GetProperty("operator").GetString()!;
        if (c.TryGetProperty("exception", out _))
        {
            IndexingCases.Fails(c, () => PythonOperations.Apply(operation, left, right));
            return;
        }

        using var tape = tf.GradientTape();
        foreach (var side in new[] { left, right })
        {
            if (side is Tensor tensor)
            {
                tape.watch(tensor);
            }
        }

        var y = (Tensor)PythonOperations.Apply(operation, left, right)!;
        tape.stop();
        IndexingCases.Same(c.GetProperty("result"), y);
        CheckGradients(c, tape, y, left, right);
    });

    [Theory, MemberData(nameof(UnaryOperators))]
    public void Unary_operators(string name) => Unary.Run(name, c =>
    {
        var x = IndexingCases.Operand(c.GetProperty("operand"));
        var operation = c.GetProperty("operator").GetString()!;
        if (c.TryGetProperty("exception", out _))
        {
            IndexingCases.Fails(c, () => PythonOperations.Apply(operation, x));
            return;
        }

        if (c.GetProperty("result_kind").GetString() == "value")
        {
            Assert.Equal(c.GetProperty("result").GetBoolean(), PythonOperations.Apply(operation, x));
            return;
        }

        IndexingCases.Same(c.GetProperty("result"), (Tensor)PythonOperations.Apply(operation, x)!);
    });

    [Theory, MemberData(nameof(Variables))]
    public void Variables_change(string name) => Changing.Run(name, c =>
    {
        var args = c.GetProperty("args").EnumerateObject().ToDictionary(p => p.Name, p => p.Name == "shape" ? Shape(p.Value) : IndexingCases.Operand(p.Value));
        var variable = (Variable)PythonCalls.Invoke("tf.Variable", [], args)!;
        Assert.Equal(c.GetProperty("variable_name").GetString(), variable.name);
        Assert.Equal(c.GetProperty("trainable").GetBoolean(), variable.trainable);
        Assert.Equal(Shape(c.GetProperty("shape")), variable.shape);
        IndexingCases.Same(c.GetProperty("value"), variable);
        foreach (var step in c.GetProperty("steps").EnumerateArray())
        {
            if (step.TryGetProperty("exception", out _))
            {
                IndexingCases.Fails(step, () => Do(variable, step));
            }
            else
            {
                IndexingCases.Same(step.GetProperty("returns"), Do(variable, step), step.GetRawText());
            }

            IndexingCases.Same(step.GetProperty("value"), variable, step.GetRawText());
        }
    });

    private static TensorShape Shape(JsonElement dims) => new([.. dims.EnumerateArray().Select(d => d.ValueKind == JsonValueKind.Null ? (int?)null : d.GetInt32())]);

    private static bool Holds(JsonElement c, string kind) => c.GetProperty("left").TryGetProperty(kind, out _) || c.GetProperty("right").TryGetProperty(kind, out _);

    private static Tensor Do(Variable variable, JsonElement step)
    {
        if (step.GetProperty("method").GetString() is { } method && (method.Contains("scatter") || method is "gather_nd" or "sparse_read" or "count_up_to"))
        {
            return Scatter(variable, method, step.GetProperty("args"));
        }

        var argument = step.GetProperty("args").EnumerateObject().Select(p => IndexingCases.Operand(p.Value)).FirstOrDefault();
        if (step.TryGetProperty("index", out var index))
        {
            return step.GetProperty("method").GetString() != "assign" ? throw new AttributeError("a slice has no such member") : variable[IndexingCases.Index(index)].assign(new TensorLike(argument));
        }

        var delta = argument is null ? null : TensorLike.Of(argument, variable.dtype);
        return step.GetProperty("method").GetString() switch
        {
            "assign" => variable.assign(delta!),
            "assign_add" => variable.assign_add(delta!),
            "assign_sub" => variable.assign_sub(delta!),
            "read_value" => variable.read_value(),
            _ => variable.value,
        };
    }

    private static Tensor Scatter(Variable variable, string method, JsonElement args)
    {
        Tensor Argument(string name) => IndexingCases.ToTensor(args.GetProperty(name));
        IndexedSlices Slices()
        {
            var slices = args.GetProperty("sparse_delta").GetProperty("indexed_slices");
            return tf.IndexedSlices(IndexingCases.ToTensor(slices.GetProperty("values")), IndexingCases.ToTensor(slices.GetProperty("indices")));
        }

        return method switch
        {
            "scatter_update" => variable.scatter_update(Slices()),
            "scatter_add" => variable.scatter_add(Slices()),
            "scatter_sub" => variable.scatter_sub(Slices()),
            "scatter_mul" => variable.scatter_mul(Slices()),
            "scatter_div" => variable.scatter_div(Slices()),
            "scatter_max" => variable.scatter_max(Slices()),
            "scatter_min" => variable.scatter_min(Slices()),
            "batch_scatter_update" => variable.batch_scatter_update(Slices()),
            "scatter_nd_update" => variable.scatter_nd_update(Argument("indices"), Argument("updates")),
            "scatter_nd_add" => variable.scatter_nd_add(Argument("indices"), Argument("updates")),
            "scatter_nd_sub" => variable.scatter_nd_sub(Argument("indices"), Argument("updates")),
            "gather_nd" => variable.gather_nd(Argument("indices")),
            "sparse_read" => variable.sparse_read(Argument("indices")),
            _ => variable.count_up_to(args.GetProperty("limit").GetInt32()),
        };
    }

    private static void CheckGradients(JsonElement c, GradientTape tape, Tensor y, object? left, object? right)
    {
        if (!c.TryGetProperty("gradients", out var gradients))
        {
            return;
        }

        foreach (var (side, value) in new[] { ("left", left), ("right", right) })
        {
            var source = value as Tensor ?? (value as Variable)?.value;
            if (GoldenFile.Has(gradients, side) && source is not null)
            {
                using var again = tf.GradientTape();
                again.watch(source);
                var output = (Tensor)PythonOperations.Apply(c.GetProperty("operator").GetString()!, left, right)!;
                again.stop();
                IndexingCases.Same(gradients.GetProperty(side), again.gradient(output, [source], IndexingCases.ToTensor(c.GetProperty("upstream")))[0]!, side);
            }
        }
    }
}

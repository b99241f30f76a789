using System.Runtime.CompilerServices;
using KerasSharp.Engine;
using KerasSharp.Ops;

namespace KerasSharp.Layers;

/// <summary>Makes <see cref="OpLambda"/> layers of operators, functions and operations on symbolic tensors.</summary>
internal sealed class OpLambdaFunctions : SymbolicFunctions
{
#pragma warning disable CA2255 // the engine must not know layers, and an operator may be the first thing that a program calls
    [ModuleInitializer]
    internal static void Register() => Current = new OpLambdaFunctions();
#pragma warning restore CA2255

    // Which function under tf an operation without settings is. Those with settings name theirs in Ops, where the settings are known as they were given.
    private static readonly Dictionary<string, string> Unary = new() { ["relu"] = "nn.relu", ["silu"] = "nn.silu", ["softsign"] = "nn.softsign" };

    private static readonly Dictionary<string, string> Binary = new()
    {
        ["AddV2"] = "math.add",
        ["Sub"] = "math.subtract",
        ["Mul"] = "math.multiply",
        ["Pow"] = "math.pow",
        ["DivNoNan"] = "math.divide_no_nan",
        ["FloorDiv"] = "math.floordiv",
        ["FloorMod"] = "math.floormod",
        ["Maximum"] = "math.maximum",
        ["Minimum"] = "math.minimum",
        ["Atan2"] = "math.atan2",
        ["Equal"] = "math.equal",
        ["NotEqual"] = "math.not_equal",
    };

    // Those that Keras writes as operators.
    private static readonly Dictionary<string, string> Operators = new()
    {
        ["RealDiv"] = "math.truediv",
        ["Less"] = "math.less",
        ["LessEqual"] = "math.less_equal",
        ["Greater"] = "math.greater",
        ["GreaterEqual"] = "math.greater_equal",
    };

    /// <inheritdoc/>
    public override Tensor Call(string function, params object?[] arguments)
    {
        var method = TfFunctions.Find(function);
        var (parameters, all) = (method.GetParameters(), TfFunctions.WritesAll(method));
        var keywords = new OrderedDictionary<string, object?>();
        for (var i = 1; i < arguments.Length; i++)
        {
            if (all || !TfFunctions.IsDefault(parameters[i], arguments[i]))
            {
                keywords[parameters[i].Name!] = arguments[i];
            }
        }

        return OpLambda.Of(function, null).Connect(arguments[0], keywords);
    }

    /// <inheritdoc/>
    public override Tensor Operator(string function, object a, object b)
        => OpLambda.Of(function, null).Connect(a, new OrderedDictionary<string, object?> { ["y"] = b, ["name"] = null });

    /// <inheritdoc/>
    public override Tensor Apply(Operation operation, params object[] inputs) => operation switch
    {
        UnaryOperation => Twin(Unary.GetValueOrDefault(operation.name, $"math.{operation.name}"), inputs),
        BinaryOperation or Compare => Operators.TryGetValue(operation.name, out var path) ? Operator(path, inputs[0], inputs[1]) : Twin(Binary[operation.name], inputs),
        Ops.Softmax => Twin("nn.softmax", inputs),

        // A user's own operation has no name under tf.
        _ => OpLambda.Of(operation).Connect(inputs.Length == 1 ? inputs[0] : Nest.List(inputs.Cast<Tensor>()), []),
    };

    private Tensor Twin(string function, object[] inputs)
        => Call(function, [.. inputs, .. TfFunctions.Find(function).GetParameters().Skip(inputs.Length).Select(p => p.DefaultValue)]);
}

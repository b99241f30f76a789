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
    public override Tensor Apply(Operation operation, Tensor[] inputs)
        => OpLambda.Of(operation).Connect(inputs.Length == 1 ? inputs[0] : Nest.List<Tensor>(inputs), []);
}

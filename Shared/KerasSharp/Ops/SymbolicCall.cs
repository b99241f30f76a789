using KerasSharp.Engine;

namespace KerasSharp.Ops;

/// <summary>What an operation gives where an input has no value.</summary>
internal static class SymbolicCall
{
    /// <summary>Inside a layer's call only the shape is asked for; elsewhere the operation becomes a layer of the model.</summary>
    public static Tensor Of(Operation operation, Tensor[] inputs, OutputSpec spec)
        => EngineState.Current.CallDepth > 0 ? new KerasTensor(spec) : SymbolicFunctions.Current.Apply(operation, inputs);
}

using KerasSharp.Engine;

namespace KerasSharp;

public static partial class keras
{
    public static partial class ops
    {
        /// <summary>min(max(x, 0), 6) of each element. Its gradient is 1 between 0 and 6, and 0 at both.</summary>
        public static Tensor relu6(Tensor x) => SymbolicFunctions.Take(x) ? SymbolicFunctions.Current.Call("nn.relu6", x, null) : minimum(Tensor.ScalarBeside(x, 6), relu(x));
    }
}

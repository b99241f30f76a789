using KerasSharp.Backends;
using KerasSharp.Engine;

namespace KerasSharp;

public static partial class keras
{
    public static partial class ops
    {
        /// <summary>Converts the elements: to <c>float32</c>, <c>int32</c> or <c>uint8</c> (cut towards zero), <c>bool</c> (not zero).</summary>
        /// <exception cref="TypeError">The dtype is unknown.</exception>
        public static Tensor cast(Tensor x, string dtype)
        {
            var target = DTypes.Parse(dtype);
            if (target == x.dtype)
            {
                return x;
            }

            var y = Tensor.Empty(target, x.DimsArray);
            Backend.Current.Cast(x, y);
            return y;
        }
    }
}

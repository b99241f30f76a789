using KerasSharp.Constraints;

namespace KerasSharp;

public static partial class keras
{
    /// <summary>Source: <see href="https://keras.io/api/layers/constraints/"/>.</summary>
    public static partial class constraints
    {
        /// <summary>The constraints of a name.</summary>
        /// <exception cref="ValueError">The name is unknown.</exception>
        public static Constraint get(string identifier) => throw new ValueError($"Unknown constraints: '{identifier}'.");
    }
}

using KerasSharp.Constraints;
using KerasSharp.Saving;

namespace KerasSharp;

public static partial class keras
{
    /// <summary>
    /// What weights must fulfil after each update. A name such as <c>"non_neg"</c> serves wherever a constraint does.
    /// Source: <see href="https://keras.io/api/layers/constraints/"/>.
    /// </summary>
    public static partial class constraints
    {
        /// <summary>A new constraint of a name: a class's (<c>MaxNorm</c>), or the same in lower case (<c>max_norm</c>).</summary>
        /// <exception cref="ValueError">The name is unknown.</exception>
        public static Constraint get(string identifier) => ExportTable.FindNamed(nameof(constraints), identifier)?.Make?.Invoke() as Constraint
            ?? throw ObjectRegistry.Unknown("constraint", identifier);

        /// <summary>The configuration that <see cref="deserialize"/> makes the same constraint of.</summary>
        public static Config serialize(Constraint constraint) => ObjectRegistry.Serialize(constraint)!;

        /// <summary>The constraint of a configuration.</summary>
        /// <exception cref="ValueError">The class is unknown.</exception>
        public static Constraint deserialize(Config config) => (Constraint)ObjectRegistry.Deserialize(config, "constraints");
    }
}

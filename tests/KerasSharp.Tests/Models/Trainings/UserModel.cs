using System.Reflection;
using KerasSharp.Layers;
using KerasSharp.Models;

namespace KerasSharp.Tests.Models.Trainings;

/// <summary>A model as users write one: its layers are in its fields, also in lists and dictionaries of layers.</summary>
internal abstract class UserModel(string? name = null) : Model(name)
{
    public override IReadOnlyList<Layer> layers => [.. Fields(GetType()).SelectMany(f => f.GetValue(this) switch
    {
        Layer layer => [layer],
        IEnumerable<Layer> list => list,
        IDictionary<string, Layer> dictionary => dictionary.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => p.Value),
        _ => [],
    })];

    internal override IReadOnlyList<Layer> SubLayers => layers;

    private static IEnumerable<FieldInfo> Fields(Type type) => type == typeof(UserModel) ? []
        : [.. Fields(type.BaseType!), .. type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly)];
}

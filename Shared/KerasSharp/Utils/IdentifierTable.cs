namespace KerasSharp.Utils;

/// <summary>Tables of what a string such as <c>he_normal</c> stands for.</summary>
internal static class IdentifierTable
{
    /// <summary>Adds the snake_case form of each class name, and other names for some.</summary>
    public static Dictionary<string, T> WithSnakeCase<T>(this Dictionary<string, T> table, params (string Alias, string ClassName)[] aliases)
    {
        foreach (var (className, value) in table.ToArray())
        {
            table.TryAdd(NameRegistry.ToSnakeCase(className), value);
        }

        foreach (var (alias, className) in aliases)
        {
            table.Add(alias, table[className]);
        }

        return table;
    }
}

using System.Text;
using System.Text.RegularExpressions;

namespace KerasSharp.Generators;

/// <summary>Writes the tables of <c>ExportTable</c>: what each area has by name.</summary>
internal static class TableWriter
{
    private static readonly (EntryKind Kind, string Method, string Type)[] Tables =
        [(EntryKind.Class, "Classes", "Export"), (EntryKind.Name, "OtherNames", "Export"), (EntryKind.Function, "Functions", "ExportedFunction")];

    public static string Write(IEnumerable<Entry> exported)
    {
        var entries = exported.ToList();
        entries.AddRange(NamesOfFunctions(entries));
        var text = new StringBuilder(SourceWriter.Head.Replace("KerasSharp;", "KerasSharp.Saving;"));
        text.Append("internal static partial class ExportTable\n{\n");
        foreach (var (kind, method, type) in Tables)
        {
            var areas = entries.Where(e => e.Kind == kind).GroupBy(e => e.Area).OrderBy(g => g.Key, StringComparer.Ordinal).ToArray();
            text.Append($"    private static partial global::System.Collections.Generic.Dictionary<string, {type}>? {method}(string area) => area switch\n    {{\n");
            foreach (var area in areas)
            {
                text.Append($"        \"{area.Key}\" => {method}_{Identifier(area.Key)}.Table,\n");
            }

            text.Append("        _ => null,\n    };\n\n");
            foreach (var area in areas)
            {
                // A class of its own: its table is made when the area is first asked for.
                text.Append($"    private static class {method}_{Identifier(area.Key)}\n    {{\n");
                text.Append($"        public static readonly global::System.Collections.Generic.Dictionary<string, {type}> Table = new()\n        {{\n");
                foreach (var entry in area.GroupBy(e => e.Name).Select(g => g.First()).OrderBy(e => e.Name, StringComparer.Ordinal))
                {
                    text.Append($"            [\"{entry.Name}\"] = {entry.Value},\n");
                }

                text.Append("        };\n    }\n\n");
            }
        }

        return text.Append("}\n").ToString();
    }

    // A class such as MeanSquaredError goes by all names of the function of its name: mean_squared_error, mse, MSE.
    private static Entry[] NamesOfFunctions(IReadOnlyCollection<Entry> entries) => [..
        from type in entries
        where type.Kind == EntryKind.Class
        let snake = SnakeCase(type.Name)
        from function in entries
        where function.Kind == EntryKind.Function && function.Area == type.Area && function.OwnName == snake
        select type with { Name = function.Name, Kind = EntryKind.Name }];

    private static string SnakeCase(string name)
        => Regex.Replace(Regex.Replace(name, "(.)([A-Z][a-z0-9]+)", "$1_$2"), "([a-z])([A-Z])", "$1_$2").ToLowerInvariant();

    private static string Identifier(string area) => area.Length == 0 ? "root" : area.Replace('.', '_');
}

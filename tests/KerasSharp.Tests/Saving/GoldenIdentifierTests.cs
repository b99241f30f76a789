using System.Text.Json;
using KerasSharp.Saving;
using KerasSharp.TestSupport;

namespace KerasSharp.Tests.Saving;

/// <summary>What a string stands for: identifiers.json.</summary>
public class GoldenIdentifierTests
{
    private static readonly Dictionary<string, Func<string, string>> Areas = new()
    {
        ["activations"] = identifier => keras.activations.serialize(keras.activations.get(identifier)) switch
        {
            string name => name,
            var config => (string)((Config)config)["class_name"]!,
        },
        ["initializers"] = identifier => keras.initializers.get(identifier).GetType().Name,
        ["regularizers"] = identifier => keras.regularizers.get(identifier).GetType().Name,
        ["constraints"] = identifier => keras.constraints.get(identifier).GetType().Name,
    };

    private static readonly Dictionary<string, GoldenCases> Golden = Areas.Keys.ToDictionary(
        area => area, area => new GoldenCases("identifiers.json", area, label: c => c.GetProperty("identifier").GetString()!));

    public static TheoryData<string, string> Cases
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (area, cases) in Golden)
            {
                foreach (var name in cases.Names)
                {
                    data.Add(area, name);
                }
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void A_string_stands_for_what_it_does_in_Keras(string area, string name) => Golden[area].Run(name, c =>
    {
        var identifier = c.GetProperty("identifier").GetString()!;
        if (c.GetProperty("resolves_to") is { ValueKind: JsonValueKind.String } expected)
        {
            Assert.Equal(expected.GetString(), Areas[area](identifier));
        }
        else
        {
            Assert.Contains(identifier, Assert.Throws<ValueError>(() => Areas[area](identifier)).Message, StringComparison.Ordinal);
        }
    });
}

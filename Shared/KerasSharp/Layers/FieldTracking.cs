using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using KerasSharp.Activations;
using KerasSharp.Engine;
using KerasSharp.Metrics;

namespace KerasSharp.Layers;

/// <summary>
/// The layers, variables and metrics in the fields of a layer's class, also in lists, arrays, tuples and dictionaries, also a layer that serves as an
/// activation: what Python's Keras finds when an attribute is set. Base classes come first, fields in the order of their declaration, the
/// entries of a dictionary in the order of their keys.
/// </summary>
internal sealed class FieldTracking
{
    private static readonly ConcurrentDictionary<Type, FieldInfo[]> FieldsOfTypes = new();

    private readonly List<Layer> layers = [];
    private readonly List<Variable> variables = [];
    private readonly List<Metric> metrics = [];
    private readonly List<object> layersAndMetrics = [];
    private readonly HashSet<object> seen = new(ReferenceEqualityComparer.Instance);

    private FieldTracking(Layer owner) => seen.Add(owner);

    /// <summary>The layers; those that stand twice count once.</summary>
    public IReadOnlyList<Layer> Layers => layers;

    /// <summary>The variables.</summary>
    public IReadOnlyList<Variable> Variables => variables;

    /// <summary>The metrics.</summary>
    public IReadOnlyList<Metric> Metrics => metrics;

    /// <summary>The layers and metrics in the order in which they were found.</summary>
    public IReadOnlyList<object> LayersAndMetrics => layersAndMetrics;

    /// <summary>Looks at the fields of a layer.</summary>
    public static FieldTracking Of(Layer layer)
    {
        var found = new FieldTracking(layer);
        foreach (var field in FieldsOfTypes.GetOrAdd(layer.GetType(), Fields))
        {
            found.Add(field.GetValue(layer));
        }

        return found;
    }

    /// <summary>The layers in the fields of a layer by the name of the field, Python's attribute: one, or those of a list or dictionary.</summary>
    public static IEnumerable<(string Name, IReadOnlyList<Layer> Layers, bool IsList)> Attributes(Layer layer)
    {
        foreach (var field in FieldsOfTypes.GetOrAdd(layer.GetType(), Fields))
        {
            var found = new FieldTracking(layer);
            var value = field.GetValue(layer);
            found.Add(value);
            if (found.Layers.Count > 0)
            {
                // The compiler calls the field of a property or parameter <name>….
                var name = field.Name.StartsWith('<') ? field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)] : field.Name;
                yield return (name, found.Layers, value is ICollection);
            }
        }
    }

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "Layer keeps the fields of all derived classes ([DynamicallyAccessedMembers]).")]
    private static FieldInfo[] Fields(Type type)
    {
        var chain = new Stack<Type>();
        for (var t = type; t is not null && t != typeof(Layer) && t != typeof(Models.Model); t = t.BaseType)
        {
            chain.Push(t);
        }

        return [.. chain.SelectMany(t => t.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => field.FieldType is { IsPrimitive: false } held && held != typeof(string) && !held.IsPointer
                && field.GetCustomAttribute<NotTrackedAttribute>() is null)];
    }

    private void Add(object? value)
    {
        switch (value)
        {
            case null or string or Tensor or NumSharp.NDArray or Saving.Config or TensorShape or Nest<TensorShape>:
                return;
            case Layer layer when seen.Add(layer):
                layers.Add(layer);
                layersAndMetrics.Add(layer);
                return;
            case Variable variable when seen.Add(variable):
                variables.Add(variable);
                return;
            case Metric metric when seen.Add(metric):
                metrics.Add(metric);
                layersAndMetrics.Add(metric);
                return;
            case ActivationFunction { Layer: { } activation }:
                Add(activation);
                return;
            case IDictionary dictionary when seen.Add(dictionary):
                foreach (var key in dictionary.Keys.Cast<object>().OrderBy(key => key as string, StringComparer.Ordinal))
                {
                    Add(dictionary[key]);
                }

                return;
            case ITuple tuple:
                for (var i = 0; i < tuple.Length; i++)
                {
                    Add(tuple[i]);
                }

                return;
            case IReadOnlyCollection<Layer> others and not IList when seen.Add(others):
                foreach (var layer in others)
                {
                    Add(layer);
                }

                return;
            case IList list when seen.Add(list) && list.GetType() is var type && !(type.GetElementType() ?? type).IsPrimitive:
                foreach (var item in list)
                {
                    Add(item);
                }

                return;
        }
    }
}

/// <summary>A field whose layers, variables or metrics do not belong to the layer: a back reference, for instance.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class NotTrackedAttribute : Attribute;

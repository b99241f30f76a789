namespace KerasSharp.Saving.Hdf5;

/// <summary>A group or a dataset, with its attributes in the order of the file.</summary>
/// <remarks>An attribute is a <see cref="string"/>, a string array, or a dataset without attributes for numbers.</remarks>
internal abstract class Hdf5Node
{
    public OrderedDictionary<string, object> Attributes { get; } = [];
}

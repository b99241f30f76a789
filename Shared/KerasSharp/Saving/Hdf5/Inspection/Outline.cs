namespace KerasSharp.Saving.Hdf5.Inspection;

/// <summary>A group or dataset that was found to be sound, by the path from the root.</summary>
/// <param name="Path">Such as <c>model_weights/dense</c>; empty for the root.</param>
/// <param name="Attributes">Its attributes.</param>
/// <param name="Dataset">Null for a group.</param>
internal sealed record ObjectOutline(string Path, IReadOnlyList<AttributeOutline> Attributes, DatasetOutline? Dataset);

/// <summary>An attribute: its type, and its shape (empty for a single value).</summary>
internal sealed record AttributeOutline(string Name, ElementType Type, int[] Shape);

/// <summary>A dataset: type, shape, and what must be unpacked to read it.</summary>
/// <param name="Type">The type of an element.</param>
/// <param name="Shape">The shape; empty for a single value.</param>
/// <param name="ChunkBytes">What each of the packed chunks gives when unpacked.</param>
/// <param name="ChecksumBytes">How many bytes of a checksum may come with them.</param>
/// <param name="Packed">The chunks that are stored compressed.</param>
internal sealed record DatasetOutline(ElementType Type, int[] Shape, int ChunkBytes, int ChecksumBytes, IReadOnlyList<StoredChunk> Packed);

/// <summary>The place of a chunk in the file.</summary>
internal readonly record struct StoredChunk(ulong Address, ulong Size);

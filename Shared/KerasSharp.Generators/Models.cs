namespace KerasSharp.Generators;

/// <summary>A member to write into the static classes of a path.</summary>
/// <param name="Path">Where it stands: <c>keras.layers.Conv2D</c>.</param>
/// <param name="Doc">Its doc comment, without slashes, one line each.</param>
/// <param name="Text">The member itself, with <c>$NAME$</c> where its name goes.</param>
internal sealed record Member(string Path, string Doc, string Text);

/// <summary>An entry of the table that finds classes and functions by their names.</summary>
/// <param name="Area">The path under <c>keras</c>: <c>layers</c>.</param>
/// <param name="Name">The name there.</param>
/// <param name="Kind">What it finds.</param>
/// <param name="OwnName">A function's own name.</param>
/// <param name="Value">The C# expression of the entry.</param>
internal sealed record Entry(string Area, string Name, EntryKind Kind, string OwnName, string Value);

internal enum EntryKind
{
    /// <summary>A class by an exported name.</summary>
    Class,

    /// <summary>A class by a name that only <c>get</c> knows.</summary>
    Name,

    /// <summary>A function by any of its names.</summary>
    Function,
}

/// <summary>All that one <c>[KerasExport]</c> leads to.</summary>
/// <param name="Hint">The name of the generated file.</param>
/// <param name="Members">Factories or forwarding functions.</param>
/// <param name="Entries">What the tables say of it.</param>
/// <param name="Problem">What is wrong with the attribute; empty if nothing is.</param>
internal sealed record Export(string Hint, EquatableArray<Member> Members, EquatableArray<Entry> Entries, Problem? Problem = null);

/// <summary>A wrong use of the attribute.</summary>
internal sealed record Problem(string Message, string File, int Start, int Length);

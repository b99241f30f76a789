namespace KerasSharp.Tutorial;

/// <summary>One block of a part that consists of several: a sub-command of its own.</summary>
/// <param name="Name">The sub-command, such as <c>keras-style</c>.</param>
/// <param name="About">A line for <c>--help</c>.</param>
/// <param name="Run">What it does.</param>
/// <param name="Trains">Whether <c>--epochs</c>, <c>--samples</c> and <c>--seed</c> mean something to it.</param>
public sealed record Block(string Name, string About, Action<Part> Run, bool Trains = false);

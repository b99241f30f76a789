namespace KerasSharp.TestSupport;

/// <summary>A value differs from the golden one.</summary>
public sealed class GoldenMismatchException(string message) : Exception(message);

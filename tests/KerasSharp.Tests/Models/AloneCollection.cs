namespace KerasSharp.Tests.Models;

/// <summary>Tests that read counters of the process run alone.</summary>
[CollectionDefinition("alone", DisableParallelization = true)]
public class AloneCollection;

using KerasSharp.Backends.Managed;
using KerasSharp.TestSupport.Naive;

namespace KerasSharp.Tests.Backends.Managed;

/// <summary>The managed backend computes what the naive one does.</summary>
public class ManagedKernelTests() : KernelComparison(new NaiveBackend(), new ManagedBackend());

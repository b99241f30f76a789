using System.Reflection;
using KerasSharp.Engine;
using Xunit.Sdk;
using Xunit.v3;

namespace KerasSharp.Tests.Backends;

/// <summary>A theory's data: each value of an enumeration, so that a new one is tested at once.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EveryValueAttribute<T> : DataAttribute
    where T : struct, Enum
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
        => new([.. Enum.GetValues<T>().Select(value => new TheoryDataRow<T>(value))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}

/// <summary>A theory's data: each pair of element types.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CombinatorialTypesAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
        => new([.. from a in Enum.GetValues<DType>() from b in Enum.GetValues<DType>() select new TheoryDataRow<DType, DType>(a, b)]);

    public override bool SupportsDiscoveryEnumeration() => true;
}

using System.Reflection;
using KerasSharp.Backends.Managed;

namespace KerasSharp.Backends;

/// <summary>Makes a backend of its name.</summary>
internal static class NamedBackend
{
    /// <summary>The backend called <c>managed</c> or <c>torch</c>.</summary>
    /// <exception cref="ValueError">There is no such backend, or it is not beside the program.</exception>
    /// <exception cref="RuntimeError">Its native library cannot be loaded.</exception>
    public static IBackend Create(string name) => name switch
    {
        "managed" => new ManagedBackend(),
        "torch" => CreateTorch("KerasSharp.Torch.TorchBackend, KerasSharp.Torch"),
        _ => throw new ValueError($"Unable to import backend : {name}. Expected one of: managed, torch."),
    };

    // By name, since this assembly must not know libtorch: 460 MB that only those carry who want them.
    private static IBackend CreateTorch(string typeName)
    {
        var type = Type.GetType(typeName, throwOnError: false) ?? throw new ValueError(
            "Unable to import backend : torch. The assembly KerasSharp.Torch is not beside this program: add a reference to the project Shared/KerasSharp.Torch.");
        try
        {
            return (IBackend)Activator.CreateInstance(type)!;
        }
        catch (TargetInvocationException e) when (e.InnerException is RuntimeError problem)
        {
            throw new RuntimeError(problem.Message, problem);
        }
    }
}

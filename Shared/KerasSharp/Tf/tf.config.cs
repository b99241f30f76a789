using KerasSharp.Backends;

namespace KerasSharp;

public static partial class tf
{
    /// <summary>Source: <see href="https://www.tensorflow.org/api_docs/python/tf/config"/>.</summary>
    public static partial class config
    {
        /// <summary>The devices that the backend in use can compute on: the processor, then its GPUs. The managed backend has no GPU.</summary>
        /// <param name="device_type"><c>CPU</c> or <c>GPU</c>; all if not given.</param>
        public static IReadOnlyList<PhysicalDevice> list_physical_devices(string? device_type = null) =>
            [.. Devices("CPU", 1).Concat(Devices("GPU", Backend.Current.GpuCount)).Where(device => device_type is null || device.device_type == device_type)];

        private static IEnumerable<PhysicalDevice> Devices(string type, int count) =>
            Enumerable.Range(0, count).Select(i => new PhysicalDevice($"/physical_device:{type}:{i}", type));
    }

    /// <summary>A device. Source: <see href="https://www.tensorflow.org/api_docs/python/tf/config/PhysicalDevice"/>.</summary>
    /// <param name="name">Its name, such as <c>/physical_device:CPU:0</c>.</param>
    /// <param name="device_type"><c>CPU</c> or <c>GPU</c>.</param>
    public sealed record PhysicalDevice(string name, string device_type)
    {
        /// <summary>Python's text.</summary>
        public override string ToString() => $"PhysicalDevice(name='{name}', device_type='{device_type}')";
    }
}

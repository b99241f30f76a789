// ============================================
// 儲存格 0: 環境檢查
// ============================================
using KerasSharp;                              // import tensorflow as tf
using KerasSharp.Torch;
using TorchSharp;                              // import torch
using static KerasSharp.builtins;

namespace Part1.Datasets;

/// <summary>The tutorial's look at what it runs on; its Python twin is <c>environment.py</c>.</summary>
internal static class EnvironmentCheck
{
    public static void Run()
    {
        print("=" * 60);
        print("環境資訊");
        print("=" * 60);
        print($".NET 版本: {Environment.Version}");
        print($"KerasSharp 版本: {Machine.VersionOf(typeof(keras))} (API 與 TensorFlow {tf.__version__} 的 Keras 相同)");
        print($"TorchSharp 版本: {Machine.VersionOf(typeof(torch))}");
        var has_torch = LoadsTorch(out var libtorch);
        print($"libtorch 版本: {libtorch}");

        print("\n" + "=" * 60);
        print("GPU 資訊");
        print("=" * 60);

        // KerasSharp GPU
        var tf_gpus = tf.config.list_physical_devices("GPU");
        print($"KerasSharp 可用 GPU: {len(tf_gpus)}");
        foreach (var gpu in tf_gpus)
        {
            print($" - {gpu}");
        }

        // PyTorch GPU(型號與記憶體見最後的 nvidia-smi)
        var has_cuda = has_torch && torch.cuda.is_available();
        print($"\nPyTorch CUDA 可用: {has_cuda}");
        if (has_cuda)
        {
            print($"PyTorch GPU 數量: {torch.cuda.device_count()}");
        }

        // 處理器與記憶體:沒有 GPU 時,訓練就在這裡
        print("\n" + "=" * 60);
        print("系統資源");
        print("=" * 60);
        print($"作業系統: {Machine.System}");
        print($"處理器: {Machine.Processor}");
        print($"可用核心數: {Environment.ProcessorCount}");
        print($"SIMD 寬度: {Machine.SimdBits} 位元");
        print($"可用記憶體: {Machine.MemoryBytes / Math.Pow(1024, 3):.2f} GB");
        print(Machine.Shell("nvidia-smi", "--query-gpu=name,memory.total,memory.free --format=csv") ?? "nvidia-smi: 找不到 NVIDIA GPU");
    }

    // Where libtorch cannot be loaded, the other lines are still worth reading.
    private static bool LoadsTorch(out string version)
    {
        try
        {
            version = TorchLibrary.Version;
            return true;
        }
        catch (RuntimeError error)
        {
            version = error.Message;
            return false;
        }
    }
}

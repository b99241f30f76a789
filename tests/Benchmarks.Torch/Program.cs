using KerasSharp.Torch.Benchmarks;

// dotnet run -c Release --project tests/Benchmarks.Torch -- [gemm|lenet5|cifar|lstm|all]
// KerasSharp, on both backends, beside a plain TorchSharp loop: one process, in turns.
string[] known = ["gemm", "lenet5", "cifar", "lstm", "all"];
var what = args.Length == 0 ? "all" : args[0];
if (args.Length > 1 || !known.Contains(what))
{
    Console.Error.WriteLine($"usage: Benchmarks.Torch [{string.Join('|', known)}]");
    return 2;
}

KerasSharp.Torch.TorchLibrary.Load();
var threads = TorchSharp.torch.get_num_threads();
Console.WriteLine($"libtorch {KerasSharp.Torch.TorchLibrary.Version} on {KerasSharp.Torch.TorchLibrary.Device}, {threads} threads; the best of several interleaved runs counts");
if (what is "gemm" or "all") GemmComparison.Run();
if (what is "lenet5" or "all") StepComparison.Run("lenet5", Networks.LeNet5, batch: 128, height: 32, channels: 1);
if (what is "cifar" or "all") StepComparison.Run("cifar cnn", Networks.Cifar, batch: 64, height: 32, channels: 3);
if (what is "lstm" or "all") LstmComparison.Run();
return 0;

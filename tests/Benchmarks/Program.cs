using KerasSharp.Backends.Managed;
using KerasSharp.Benchmarks;

// dotnet run -c Release --project tests/Benchmarks -- [gemm|kernels|lenet5|all]
string[] known = ["gemm", "kernels", "lenet5", "all"];
var what = args.Length == 0 ? "all" : args[0];
if (args.Length > 1 || !known.Contains(what))
{
    Console.Error.WriteLine($"usage: Benchmarks [{string.Join('|', known)}]");
    return 2;
}

Console.WriteLine($"{WorkerPool.Threads} threads, registers of {Panel.Widest * 32} bits; the best of several interleaved runs counts");
var rates = GemmBenchmark.Run(print: what is "gemm" or "all");
if (what is "kernels" or "all") KernelBenchmark.Run(rates);
if (what is "lenet5" or "all") LeNet5Benchmark.Run(rates);
return 0;

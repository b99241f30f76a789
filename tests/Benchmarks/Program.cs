using KerasSharp.Backends.Managed;
using KerasSharp.Benchmarks;

// dotnet run -c Release --project tests/Benchmarks -- [gemm|kernels|depthwise|primitives|lenet5|lstm|all]
// dotnet run -c Release --project tests/Benchmarks -- part2 [seed …]
string[] known = ["gemm", "kernels", "depthwise", "primitives", "lenet5", "lstm", "all", "part2"];
var what = args.Length == 0 ? "all" : args[0];
if (!known.Contains(what) || (args.Length > 1 && what != "part2") || !args.Skip(1).All(seed => int.TryParse(seed, out _)))
{
    Console.Error.WriteLine("usage: Benchmarks [gemm|kernels|depthwise|primitives|lenet5|lstm|all], or Benchmarks part2 [seed …]");
    return 2;
}

if (what == "part2")
{
    foreach (var seed in args.Length > 1 ? args[1..] : ["42"])
    {
        if (!Part2Benchmark.Run(int.Parse(seed)))
        {
            return 1;
        }
    }

    return 0;
}

Console.WriteLine($"{WorkerPool.Threads} threads, registers of {Panel.Widest * 32} bits; the best of several interleaved runs counts");
if (what == "lstm")
{
    LstmBenchmark.Run();
    return 0;
}

var rates = GemmBenchmark.Run(print: what is "gemm" or "all");
if (what is "kernels" or "all") KernelBenchmark.Run(rates);
if (what is "depthwise" or "all") DepthwiseBenchmark.Run();
if (what is "primitives" or "all") PrimitiveBenchmark.Run();
if (what is "lenet5" or "all") LeNet5Benchmark.Run(rates);
if (what is "all") LstmBenchmark.Run();
return 0;

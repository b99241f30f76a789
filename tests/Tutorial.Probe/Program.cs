// The smallest part there can be: the tests start it as a process of its own, since it has a console, a current folder and an exit code.
using System.Globalization;
using KerasSharp;
using KerasSharp.Tutorial;
using static KerasSharp.builtins;
using static KerasSharp.keras.datasets;

using var part = Part.Start(args, target: 0.9);

var ((x_train, y_train), (x_test, y_test)) = mnist.load_data();
print($"數字 {x_train.shape} {y_train.shape} {x_test.shape} {y_test.shape}");
print($"epochs {part.Epochs(20)} seed {part.Seed(42)}");
File.WriteAllText("written.txt", "where the part was told to");

switch (Environment.GetEnvironmentVariable("PROBE"))
{
    case "wait":
        var token = part.Token;
        print("waiting");
        token.WaitHandle.WaitOne(TimeSpan.FromSeconds(30));
        break;
    case "fail":
        throw new OSError("the disk is full");
    case "stop":
        throw new OperationCanceledException();
}

return part.ExitCode(double.Parse(Environment.GetEnvironmentVariable("PROBE_ACCURACY") ?? "0.95", CultureInfo.InvariantCulture));

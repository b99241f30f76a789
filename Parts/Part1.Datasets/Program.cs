// 第一部分:認識資料集、比較兩種框架、準備環境。不指定區塊時,依教學的順序全部執行。
using KerasSharp.Tutorial;
using Part1.Datasets;

using var part = Part.Start(args,
[
    new("mnist", "MNIST:統計、5×10 範例圖、單張影像 / MNIST: statistics, a 5×10 figure, one image", _ => Mnist.Run()),
    new("cifar10", "CIFAR-10:統計、10×10 範例圖、各通道的均值與標準差 / CIFAR-10: statistics, a 10×10 figure, each channel's mean and deviation", _ => Cifar10.Run()),
    new("keras-style", "範例 1:同一個小模型,Keras 風格 / the same small model in Keras's style", KerasStyle.Run, Trains: true),
    new("pytorch-style", "範例 1:同一個小模型,PyTorch 風格 / the same small model in PyTorch's style", PyTorchStyle.Run, Trains: true),
    new("environment", "儲存格 0:環境檢查 / cell 0: the environment", _ => EnvironmentCheck.Run()),
    new("project-folder", "儲存格 1:專案資料夾 ~/CNN_Tutorial / cell 1: the project folder", _ => ProjectFolder.Run()),
]);

var exitCode = part.RunBlocks();
if (exitCode != Part.Interrupted)
{
    StyleComparison.Print();
}

return exitCode;

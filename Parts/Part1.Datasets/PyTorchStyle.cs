// 範例 1: 建立簡單模型
// ============ PyTorch 風格 ============
using System.Diagnostics;
using KerasSharp.Torch;
using KerasSharp.Tutorial;
using NumSharp;
using TorchSharp;                              // import torch
using TorchSharp.Modules;
using nn = TorchSharp.torch.nn;                // import torch.nn as nn
using static KerasSharp.builtins;
using static KerasSharp.keras.datasets;        // from tensorflow.keras.datasets import mnist
using static TorchSharp.torch.utils.data;      // from torch.utils.data import DataLoader, TensorDataset
using Tensor = TorchSharp.torch.Tensor;

namespace Part1.Datasets;

// 繼承 nn.Module(更靈活、物件導向)
internal sealed class SimpleCNN : nn.Module<Tensor, Tensor>
{
    private readonly Conv2d conv1;
    private readonly Linear fc1;

    public SimpleCNN() : base(nameof(SimpleCNN))
    {
        conv1 = nn.Conv2d(1, 32, 3);
        fc1 = nn.Linear(26 * 26 * 32, 10);  // 需要手動計算維度
        RegisterComponents();  // C# 的欄位要登記,parameters() 才找得到
    }

    public override Tensor forward(Tensor x)
    {
        x = nn.functional.relu(conv1.call(x));  // TorchSharp 的 relu 在 nn.functional
        x = x.view(x.size(0), -1);  // Flatten
        x = fc1.call(x);
        return x;
    }
}

/// <summary>The tutorial's small model as PyTorch builds and trains it, on TorchSharp; its Python twin is <c>pytorch_style.py</c>.</summary>
internal static class PyTorchStyle
{
    public static void Run(Part part)
    {
        // 教學沒有寫出的準備:MNIST 的前 10,000 張,通道維度在前面,正規化,打亂順序的批次
        TorchLibrary.Load();  // C#:libtorch 無法載入時,在這裡用一句話說明
        torch.manual_seed(part.Seed(42));
        var samples = part.Samples(10000);
        var ((train_images, train_labels), (test_images, test_labels)) = mnist.load_data();
        var X_train = tensor(train_images[$":{samples}"]).@float().view(-1, 1, 28, 28) / 255;
        var X_test = tensor(test_images).@float().view(-1, 1, 28, 28) / 255;
        var y_train = tensor(train_labels[$":{samples}"]).@long();
        var y_test = tensor(test_labels).@long();
        using var train_loader = DataLoader(TensorDataset(X_train, y_train), batchSize: 32, shuffle: true, seed: part.Seed(42));
        using var test_loader = DataLoader(TensorDataset(X_test, y_test), batchSize: 500);

        using var model = new SimpleCNN();

        // 需要分別定義損失函數和優化器
        var criterion = nn.CrossEntropyLoss();
        var optimizer = torch.optim.Adam(model.parameters(), lr: 0.001);

        // 需要手寫訓練迴圈
        var start = Stopwatch.StartNew();
        foreach (var epoch in range(part.Epochs(1)))
        {
            foreach (var (batch_x, batch_y) in train_loader)
            {
                using var scope = torch.NewDisposeScope();  // C#:這一批的暫存張量,用完就釋放
                if (part.Token.IsCancellationRequested) break;

                optimizer.zero_grad();
                var output = model.call(batch_x);
                var loss = criterion.call(output, batch_y);
                loss.backward();
                optimizer.step();
            }
        }

        var seconds = start.Elapsed.TotalSeconds;

        // 在測試集上評估,也需要手寫
        var correct = 0L;
        using (torch.no_grad())
        {
            foreach (var (batch_x, batch_y) in test_loader)
            {
                using var scope = torch.NewDisposeScope();
                correct += (model.call(batch_x).argmax(1) == batch_y).sum().item<long>();
            }
        }

        var accuracy = (double)correct / X_test.size(0);
        print($"測試集準確率: {accuracy * 100:.2f}%");
        StyleComparison.Add("PyTorch", (int)X_train.size(0), seconds, accuracy);
    }

    // NumSharp 的陣列沒有 torch.tensor 認得的形式
    private static Tensor tensor(NDArray array) => torch.tensor(array.ToArray<byte>(), array.shape);
}

// 範例 1: 建立簡單模型
// ============ Keras 風格 ============
using System.Diagnostics;
using KerasSharp;
using KerasSharp.Tutorial;
using static KerasSharp.builtins;
using static KerasSharp.keras.datasets;        // from tensorflow.keras.datasets import mnist
using static KerasSharp.keras.layers;          // from tensorflow.keras.layers import Dense, Conv2D, Flatten
using static KerasSharp.keras.models;          // from tensorflow.keras.models import Sequential
using static KerasSharp.keras.utils;           // from tensorflow.keras.utils import to_categorical

namespace Part1.Datasets;

/// <summary>The tutorial's small model as Keras builds and trains it; its Python twin is <c>keras_style.py</c>.</summary>
internal static class KerasStyle
{
    public static void Run(Part part)
    {
        // 教學沒有寫出的準備:MNIST 的前 10,000 張,加上通道維度、正規化、One-Hot 編碼
        tf.random.set_seed(part.Seed(42));
        var samples = part.Samples(10000);
        var ((X_train, y_train), (X_test, y_test)) = mnist.load_data();
        X_train = X_train[$":{samples}"].reshape(-1, 28, 28, 1).astype("float32") / 255.0;
        X_test = X_test.reshape(-1, 28, 28, 1).astype("float32") / 255.0;
        y_train = to_categorical(y_train[$":{samples}"], 10);
        y_test = to_categorical(y_test, 10);

        // 使用 Sequential API(適合線性堆疊)
        var model = Sequential([
            Conv2D(32, (3, 3), activation: "relu", input_shape: (28, 28, 1)),
            Flatten(),
            Dense(10, activation: "softmax")
        ]);

        // 編譯模型(一次設定所有訓練參數)
        model.compile(
            optimizer: "adam",
            loss: "categorical_crossentropy",
            metrics: ["accuracy"]
        );

        // 訓練(一行搞定)
        var start = Stopwatch.StartNew();
        var history = model.fit(X_train, y_train, epochs: part.Epochs(1), batch_size: 32, cancellation_token: part.Token);
        var seconds = start.Elapsed.TotalSeconds;

        // 在測試集上評估
        var (loss, accuracy) = model.evaluate(X_test, y_test, verbose: 0);
        print($"測試集準確率: {accuracy * 100:.2f}%");
        StyleComparison.Add("Keras", len(X_train), seconds, accuracy);
    }
}

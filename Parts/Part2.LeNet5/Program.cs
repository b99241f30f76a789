// ============================================
// MNIST + LeNet-5 完整實作(Keras/TensorFlow)
// 執行環境:Google Colab
// 預期訓練時間:2-3 分鐘(GPU)
// 預期準確率:>98.5%
// ============================================

// ========== 儲存格 1: 導入套件 ==========
using KerasSharp;                                 // import tensorflow as tf; from tensorflow import keras
using KerasSharp.Callbacks;
using KerasSharp.Models;
using KerasSharp.Tutorial;
using NumSharp;                                   // import numpy as np
using plt = KerasSharp.matplotlib.pyplot;         // import matplotlib.pyplot as plt
using sns = KerasSharp.seaborn;                   // import seaborn as sns
using static KerasSharp.builtins;
using static KerasSharp.sklearn.metrics;          // from sklearn.metrics import confusion_matrix, classification_report
using static KerasSharp.keras.datasets;           // from tensorflow.keras.datasets import mnist
using static KerasSharp.keras.models;             // from tensorflow.keras.models import Sequential
using static KerasSharp.keras.layers;             // from tensorflow.keras.layers import Conv2D, AveragePooling2D, Flatten, Dense
using static KerasSharp.keras.utils;              // from tensorflow.keras.utils import to_categorical
using static KerasSharp.keras.optimizers;         // from tensorflow.keras.optimizers import Adam
using static KerasSharp.keras.callbacks;          // from tensorflow.keras.callbacks import EarlyStopping, ReduceLROnPlateau, ModelCheckpoint

// C#: 命令列選項、輸出資料夾、Ctrl+C
using var part = Part.Start(args, target: 0.98);

// 檢查 TensorFlow 版本和 GPU
print($"TensorFlow 版本: {tf.__version__}");
print($"GPU 可用: {len(tf.config.list_physical_devices("GPU")) > 0}");

// 設定隨機種子(可重現結果)
np.random.seed(part.Seed(42));
tf.random.set_seed(part.Seed(42));

// ========== 儲存格 2: 載入並視覺化資料 ==========
print("載入 MNIST 資料集...");
var ((X_train, y_train), (X_test, y_test)) = mnist.load_data();

print($"訓練集形狀: {X_train.shape}");  // (60000, 28, 28)
print($"測試集形狀: {X_test.shape}");   // (10000, 28, 28)

// 視覺化前 25 張影像
var (fig, axes) = plt.subplots(5, 5, figsize: (10, 10));
foreach (var (i, ax) in enumerate(axes.flat))
{
    ax.imshow(X_train[i], cmap: "gray");
    ax.set_title($"Label: {y_train[i]}");
    ax.axis("off");
}

plt.suptitle("MNIST 訓練集範例", fontsize: 16);
plt.tight_layout();
plt.show();

// ========== 儲存格 3: 資料預處理 ==========
(NDArray, NDArray, NDArray, NDArray) preprocess_data(NDArray X_train, NDArray y_train, NDArray X_test, NDArray y_test)
{
    /*
    預處理 MNIST 資料
    1. Padding: 28x28 → 32x32 (LeNet-5 原始設計)
    2. 增加通道維度: (32, 32) → (32, 32, 1)
    3. 正規化: [0, 255] → [0, 1]
    4. One-Hot 編碼標籤
    */
    // 1. Padding
    var X_train_pad = np.pad(X_train, ((0, 0), (2, 2), (2, 2)), mode: "constant", constant_values: 0);
    var X_test_pad = np.pad(X_test, ((0, 0), (2, 2), (2, 2)), mode: "constant", constant_values: 0);

    // 2. Reshape: 增加通道維度
    X_train_pad = X_train_pad.reshape(-1, 32, 32, 1);
    X_test_pad = X_test_pad.reshape(-1, 32, 32, 1);

    // 3. 正規化
    X_train_pad = X_train_pad.astype("float32") / 255.0;
    X_test_pad = X_test_pad.astype("float32") / 255.0;

    // 4. One-Hot 編碼
    var y_train_cat = to_categorical(y_train, 10);
    var y_test_cat = to_categorical(y_test, 10);

    print("資料預處理完成!");
    print($" 訓練集形狀: {X_train_pad.shape}");
    print($" 標籤形狀: {y_train_cat.shape}");
    print($" 像素值範圍: [{X_train_pad.min():.2f}, {X_train_pad.max():.2f}]");

    return (X_train_pad, y_train_cat, X_test_pad, y_test_cat);
}

var (X_train_proc, y_train_proc, X_test_proc, y_test_proc) = preprocess_data(
    X_train, y_train, X_test, y_test
);

// ========== 儲存格 4: 建立 LeNet-5 模型 ==========
Sequential create_lenet5(TensorShape input_shape, int num_classes = 10)
{
    /*
    LeNet-5 架構
    - 論文: LeCun et al. (1998)
    - 架構: C1 → S2 → C3 → S4 → Flatten → FC1 → FC2 → Output
    */
    var model = Sequential(name: "LeNet-5");

    // 卷積層 C1: 32x32x1 → 28x28x6
    // 註:原始 LeNet-5 使用 tanh(1998 年標準),現代 CNN 主流使用 ReLU(收斂更快、避免梯度消失)
    model.add(Conv2D(6, (5, 5), activation: "tanh", input_shape: input_shape, name: "C1"));

    // 池化層 S2: 28x28x6 → 14x14x6
    // 註:原始 LeNet-5 使用 AveragePooling,現代 CNN 主流使用 MaxPooling(保留最顯著特徵)
    model.add(AveragePooling2D((2, 2), strides: 2, name: "S2"));

    // 卷積層 C3: 14x14x6 → 10x10x16
    model.add(Conv2D(16, (5, 5), activation: "tanh", name: "C3"));

    // 池化層 S4: 10x10x16 → 5x5x16
    model.add(AveragePooling2D((2, 2), strides: 2, name: "S4"));

    // 展平: 5x5x16 → 400
    model.add(Flatten(name: "Flatten"));

    // 全連接層 C5: 400 → 120
    model.add(Dense(120, activation: "tanh", name: "C5"));

    // 全連接層 F6: 120 → 84
    model.add(Dense(84, activation: "tanh", name: "F6"));

    // 輸出層: 84 → 10
    model.add(Dense(num_classes, activation: "softmax", name: "Output"));

    return model;
}

// 建立模型
var model = create_lenet5((32, 32, 1));

// 顯示模型架構
model.summary();

// ========== 儲存格 5: 編譯模型 ==========
model.compile(
    optimizer: Adam(learning_rate: 0.001),
    loss: "categorical_crossentropy",
    metrics: ["accuracy"]
);

print("✓ 模型編譯完成");

// ========== 儲存格 6: 設定 Callbacks ==========
List<Callback> callbacks = [
    // Early Stopping: 驗證損失 5 個 epoch 沒改善就停止
    EarlyStopping(
        monitor: "val_loss",
        patience: 5,
        restore_best_weights: true,
        verbose: 1
    ),

    // 學習率衰減: 驗證損失 3 個 epoch 沒改善就降低學習率
    ReduceLROnPlateau(
        monitor: "val_loss",
        factor: 0.5,
        patience: 3,
        min_lr: 1e-6,
        verbose: 1
    ),

    // 儲存最佳模型
    ModelCheckpoint(
        "best_lenet5.h5",
        monitor: "val_accuracy",
        save_best_only: true,
        verbose: 1
    ),
];

// ========== 儲存格 7: 訓練模型 ==========
print("開始訓練...");
print("=" * 60);

var history = model.fit(
    X_train_proc, y_train_proc,
    batch_size: 128,
    epochs: part.Epochs(20),
    validation_split: 0.1,  // 10% 作為驗證集
    callbacks: callbacks,
    verbose: 1,
    cancellation_token: part.Token
);

print("\n✓ 訓練完成!");

// ========== 儲存格 8: 評估模型 ==========
print("\n" + "=" * 60);
print("在測試集上評估模型");
print("=" * 60);

var (test_loss, test_accuracy) = model.evaluate(X_test_proc, y_test_proc, verbose: 0);

print($"測試集損失: {test_loss:.4f}");
print($"測試集準確率: {test_accuracy * 100:.2f}%");

// ========== 儲存格 9: 視覺化訓練歷史 ==========
(fig, axes) = plt.subplots(1, 2, figsize: (15, 5));

// 準確率
axes[0].plot(history.history["accuracy"], "b-", label: "訓練準確率", linewidth: 2);
axes[0].plot(history.history["val_accuracy"], "r-", label: "驗證準確率", linewidth: 2);
axes[0].set_title("LeNet-5 訓練準確率", fontsize: 14, fontweight: "bold");
axes[0].set_xlabel("Epoch");
axes[0].set_ylabel("準確率");
axes[0].legend();
axes[0].grid(true, alpha: 0.3);

// 損失
axes[1].plot(history.history["loss"], "b-", label: "訓練損失", linewidth: 2);
axes[1].plot(history.history["val_loss"], "r-", label: "驗證損失", linewidth: 2);
axes[1].set_title("LeNet-5 訓練損失", fontsize: 14, fontweight: "bold");
axes[1].set_xlabel("Epoch");
axes[1].set_ylabel("損失值");
axes[1].legend();
axes[1].grid(true, alpha: 0.3);

plt.tight_layout();
plt.show();

// ========== 儲存格 10: 混淆矩陣 ==========
// 預測
var y_pred = model.predict(X_test_proc, verbose: 0);
var y_pred_classes = np.argmax(y_pred, axis: 1);
var y_true_classes = np.argmax(y_test_proc, axis: 1);

// 計算混淆矩陣
var cm = confusion_matrix(y_true_classes, y_pred_classes);

// 繪製
plt.figure(figsize: (10, 8));
sns.heatmap(cm, annot: true, fmt: "d", cmap: "Blues",
            xticklabels: range(10), yticklabels: range(10));
plt.title("LeNet-5 混淆矩陣", fontsize: 16, fontweight: "bold");
plt.xlabel("預測標籤");
plt.ylabel("真實標籤");
plt.show();

// 分類報告
print("\n分類報告:");
print(classification_report(y_true_classes, y_pred_classes,
                            target_names: [.. from i in range(10) select $"數字 {i}"]));

// ========== 儲存格 11: 預測範例視覺化 ==========
// 隨機選擇 20 張測試影像
// C#: range(…),因為 NumSharp 自己的 choice(n, …) 抽出的不是 NumPy 的亂數
var indices = np.random.choice(range(len(X_test)), 20, replace: false);

(fig, axes) = plt.subplots(4, 5, figsize: (15, 12));
foreach (var (i, ax) in enumerate(axes.flat))
{
    var idx = (int)indices[i];

    // 原始影像(28x28,移除 padding)
    var img = X_test[idx];

    // 預測
    var img_proc = X_test_proc[$"{idx}:{idx + 1}"];
    var pred = model.predict(img_proc, verbose: 0);
    var pred_class = np.argmax(pred);
    var true_class = y_test[idx];
    var confidence = pred[0][pred_class] * 100;

    // 顯示
    ax.imshow(img, cmap: "gray");
    var color = pred_class == true_class ? "green" : "red";
    ax.set_title(
        $"真實: {true_class} | 預測: {pred_class}\n信心度: {confidence:.1f}%",
        color: color, fontsize: 9
    );
    ax.axis("off");
}

plt.suptitle("LeNet-5 預測結果(綠色=正確,紅色=錯誤)",
             fontsize: 16, fontweight: "bold");
plt.tight_layout();
plt.show();

print("\n✓ 所有程式碼執行完成!");

return part.ExitCode(test_accuracy);

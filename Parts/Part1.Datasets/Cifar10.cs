// 在 Colab 中視覺化 CIFAR-10
using KerasSharp;
using NumSharp;                                // import numpy as np
using plt = KerasSharp.matplotlib.pyplot;      // import matplotlib.pyplot as plt
using static KerasSharp.builtins;
using static KerasSharp.keras.datasets;        // from tensorflow.keras.datasets import cifar10

namespace Part1.Datasets;

/// <summary>The tutorial's look at CIFAR-10; its Python twin is <c>cifar10.py</c>.</summary>
internal static class Cifar10
{
    public static void Run()
    {
        // 載入資料
        var ((X_train, y_train), (X_test, y_test)) = cifar10.load_data();

        // 類別名稱
        string[] class_names = ["airplane", "automobile", "bird", "cat", "deer",
                                "dog", "frog", "horse", "ship", "truck"];
        string[] class_names_zh = ["飛機", "汽車", "鳥", "貓", "鹿",
                                   "狗", "青蛙", "馬", "船", "卡車"];

        // 顯示資料集資訊
        print("=" * 60);
        print("CIFAR-10 資料集資訊");
        print("=" * 60);
        print($"訓練集影像形狀: {X_train.shape}");  // (50000, 32, 32, 3)
        print($"訓練集標籤形狀: {y_train.shape}");  // (50000, 1)
        print($"測試集影像形狀: {X_test.shape}");   // (10000, 32, 32, 3)
        print($"測試集標籤形狀: {y_test.shape}");   // (10000, 1)
        print($"像素值範圍: {X_train.min()} ~ {X_train.max()}");
        print($"資料類型: {X_train.dtype}");
        print($"影像通道數: {X_train.shape[3]} (RGB)");

        // 統計每個類別的數量
        var y_train_flat = y_train.flatten();
        print("\n訓練集各類別分布:");
        var (unique, counts) = np.unique(y_train_flat, return_counts: true);
        foreach (var (digit, count) in zip(unique, counts))
        {
            print($" {class_names[(int)digit]:12s} ({class_names_zh[(int)digit]}): {count:,} 張");
        }

        // 視覺化:每個類別顯示 10 個範例
        var (fig, axes) = plt.subplots(10, 10, figsize: (15, 15));
        fig.suptitle("CIFAR-10 影像範例 (每行一個類別)", fontsize: 16);

        foreach (var i in range(10))  // 10 個類別
        {
            // 找出該類別的索引
            var indices = np.where(y_train_flat == i)[0];

            foreach (var j in range(10))  // 每個類別顯示 10 個範例
            {
                var idx = (int)indices[j];
                var ax = axes[i, j];
                ax.imshow(X_train[idx]);
                // 教學寫 ax.axis('off'),但 matplotlib 會連 ylabel 一起隱藏,類別名稱就看不到;這裡只移除刻度
                ax.set_xticks([]); ax.set_yticks([]);

                if (j == 0)
                {
                    ax.set_ylabel($"{class_names[i]}\n{class_names_zh[i]}",
                                  fontsize: 10, fontweight: "bold");
                }
            }
        }

        plt.tight_layout();
        plt.show();

        // 顯示單張影像的細節
        print("\n" + "=" * 60);
        print("單張影像詳細資訊");
        print("=" * 60);
        var sample_idx = 0;
        print($"標籤: {y_train[sample_idx][0]} ({class_names[(int)y_train[sample_idx][0]]})");
        print($"影像形狀: {X_train[sample_idx].shape}");
        print($"RGB 三個通道的像素範圍:");
        print($" R 通道: {X_train[sample_idx][":,:,0"].min()} ~ {X_train[sample_idx][":,:,0"].max()}");
        print($" G 通道: {X_train[sample_idx][":,:,1"].min()} ~ {X_train[sample_idx][":,:,1"].max()}");
        print($" B 通道: {X_train[sample_idx][":,:,2"].min()} ~ {X_train[sample_idx][":,:,2"].max()}");

        // 計算並顯示資料集統計資訊
        print("\n資料集統計資訊 (用於標準化):");
        var mean_r = X_train[":,:,:,0"].mean() / 255;
        var mean_g = X_train[":,:,:,1"].mean() / 255;
        var mean_b = X_train[":,:,:,2"].mean() / 255;
        var std_r = X_train[":,:,:,0"].std(dtype: "float64") / 255;
        var std_g = X_train[":,:,:,1"].std(dtype: "float64") / 255;
        var std_b = X_train[":,:,:,2"].std(dtype: "float64") / 255;
        print($" 均值 (Mean): [{mean_r:.4f}, {mean_g:.4f}, {mean_b:.4f}]");
        print($" 標準差 (Std): [{std_r:.4f}, {std_g:.4f}, {std_b:.4f}]");
    }
}

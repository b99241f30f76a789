# 在 Colab 中視覺化 CIFAR-10
import matplotlib.pyplot as plt
from tensorflow.keras.datasets import cifar10
import numpy as np

# 載入資料
(X_train, y_train), (X_test, y_test) = cifar10.load_data()

# 類別名稱
class_names = ['airplane', 'automobile', 'bird', 'cat', 'deer',
               'dog', 'frog', 'horse', 'ship', 'truck']
class_names_zh = ['飛機', '汽車', '鳥', '貓', '鹿',
                  '狗', '青蛙', '馬', '船', '卡車']

# 顯示資料集資訊
print("=" * 60)
print("CIFAR-10 資料集資訊")
print("=" * 60)
print(f"訓練集影像形狀: {X_train.shape}")  # (50000, 32, 32, 3)
print(f"訓練集標籤形狀: {y_train.shape}")  # (50000, 1)
print(f"測試集影像形狀: {X_test.shape}")   # (10000, 32, 32, 3)
print(f"測試集標籤形狀: {y_test.shape}")   # (10000, 1)
print(f"像素值範圍: {X_train.min()} ~ {X_train.max()}")
print(f"資料類型: {X_train.dtype}")
print(f"影像通道數: {X_train.shape[3]} (RGB)")

# 統計每個類別的數量
y_train_flat = y_train.flatten()
print("\n訓練集各類別分布:")
unique, counts = np.unique(y_train_flat, return_counts=True)
for digit, count in zip(unique, counts):
    print(f" {class_names[digit]:12s} ({class_names_zh[digit]}): {count:,} 張")

# 視覺化:每個類別顯示 10 個範例
fig, axes = plt.subplots(10, 10, figsize=(15, 15))
fig.suptitle('CIFAR-10 影像範例 (每行一個類別)', fontsize=16)

for i in range(10):  # 10 個類別
    # 找出該類別的索引
    indices = np.where(y_train_flat == i)[0]

    for j in range(10):  # 每個類別顯示 10 個範例
        idx = indices[j]
        ax = axes[i, j]
        ax.imshow(X_train[idx])
        ax.axis('off')

        if j == 0:
            ax.set_ylabel(f'{class_names[i]}\n{class_names_zh[i]}',
                          fontsize=10, fontweight='bold')

plt.tight_layout()
plt.show()

# 顯示單張影像的細節
print("\n" + "=" * 60)
print("單張影像詳細資訊")
print("=" * 60)
sample_idx = 0
print(f"標籤: {y_train[sample_idx][0]} ({class_names[y_train[sample_idx][0]]})")
print(f"影像形狀: {X_train[sample_idx].shape}")
print(f"RGB 三個通道的像素範圍:")
print(f" R 通道: {X_train[sample_idx][:,:,0].min()} ~ {X_train[sample_idx][:,:,0].max()}")
print(f" G 通道: {X_train[sample_idx][:,:,1].min()} ~ {X_train[sample_idx][:,:,1].max()}")
print(f" B 通道: {X_train[sample_idx][:,:,2].min()} ~ {X_train[sample_idx][:,:,2].max()}")

# 計算並顯示資料集統計資訊
print("\n資料集統計資訊 (用於標準化):")
mean_r = X_train[:,:,:,0].mean() / 255
mean_g = X_train[:,:,:,1].mean() / 255
mean_b = X_train[:,:,:,2].mean() / 255
std_r = X_train[:,:,:,0].std() / 255
std_g = X_train[:,:,:,1].std() / 255
std_b = X_train[:,:,:,2].std() / 255
print(f" 均值 (Mean): [{mean_r:.4f}, {mean_g:.4f}, {mean_b:.4f}]")
print(f" 標準差 (Std): [{std_r:.4f}, {std_g:.4f}, {std_b:.4f}]")

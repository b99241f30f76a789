# 在 Colab 中視覺化 MNIST
import matplotlib.pyplot as plt
from tensorflow.keras.datasets import mnist
import numpy as np

# 載入資料
(X_train, y_train), (X_test, y_test) = mnist.load_data()

# 顯示資料集資訊
print("=" * 60)
print("MNIST 資料集資訊")
print("=" * 60)
print(f"訓練集影像形狀: {X_train.shape}")  # (60000, 28, 28)
print(f"訓練集標籤形狀: {y_train.shape}")  # (60000,)
print(f"測試集影像形狀: {X_test.shape}")   # (10000, 28, 28)
print(f"測試集標籤形狀: {y_test.shape}")   # (10000,)
print(f"像素值範圍: {X_train.min()} ~ {X_train.max()}")
print(f"資料類型: {X_train.dtype}")

# 統計每個類別的數量
print("\n訓練集各類別分布:")
unique, counts = np.unique(y_train, return_counts=True)
for digit, count in zip(unique, counts):
    print(f" 數字 {digit}: {count:,} 張")

# 視覺化範例
fig, axes = plt.subplots(5, 10, figsize=(15, 8))
fig.suptitle('MNIST 手寫數字範例 (每行一個數字)', fontsize=16)

for i in range(10):  # 10 個數字
    # 找出該數字的索引
    indices = np.where(y_train == i)[0]

    for j in range(5):  # 每個數字顯示 5 個範例
        idx = indices[j]
        ax = axes[j, i]
        ax.imshow(X_train[idx], cmap='gray')
        ax.axis('off')

        if j == 0:
            ax.set_title(f'數字 {i}', fontsize=12, fontweight='bold')

plt.tight_layout()
plt.show()

# 顯示單張影像的細節
print("\n" + "=" * 60)
print("單張影像詳細資訊")
print("=" * 60)
sample_idx = 0
print(f"標籤: {y_train[sample_idx]}")
print(f"影像形狀: {X_train[sample_idx].shape}")
print(f"像素矩陣 (部分):")
print(X_train[sample_idx][:5, :5])  # 顯示左上角 5×5 區域

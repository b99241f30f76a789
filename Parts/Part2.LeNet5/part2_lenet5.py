# ============================================
# MNIST + LeNet-5 完整實作(Keras/TensorFlow)
# 執行環境:Google Colab
# 預期訓練時間:2-3 分鐘(GPU)
# 預期準確率:>98.5%
# ============================================

# ========== 儲存格 1: 導入套件 ==========
import numpy as np
import matplotlib.pyplot as plt
import seaborn as sns
from sklearn.metrics import confusion_matrix, classification_report
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras.datasets import mnist
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Conv2D, AveragePooling2D, Flatten, Dense
from tensorflow.keras.utils import to_categorical
from tensorflow.keras.optimizers import Adam
from tensorflow.keras.callbacks import EarlyStopping, ReduceLROnPlateau, ModelCheckpoint

# 檢查 TensorFlow 版本和 GPU
print(f"TensorFlow 版本: {tf.__version__}")
print(f"GPU 可用: {len(tf.config.list_physical_devices('GPU')) > 0}")

# 設定隨機種子(可重現結果)
np.random.seed(42)
tf.random.set_seed(42)

# ========== 儲存格 2: 載入並視覺化資料 ==========
print("載入 MNIST 資料集...")
(X_train, y_train), (X_test, y_test) = mnist.load_data()

print(f"訓練集形狀: {X_train.shape}")  # (60000, 28, 28)
print(f"測試集形狀: {X_test.shape}")   # (10000, 28, 28)

# 視覺化前 25 張影像
fig, axes = plt.subplots(5, 5, figsize=(10, 10))
for i, ax in enumerate(axes.flat):
    ax.imshow(X_train[i], cmap='gray')
    ax.set_title(f'Label: {y_train[i]}')
    ax.axis('off')
plt.suptitle('MNIST 訓練集範例', fontsize=16)
plt.tight_layout()
plt.show()

# ========== 儲存格 3: 資料預處理 ==========
def preprocess_data(X_train, y_train, X_test, y_test):
    """
    預處理 MNIST 資料
    1. Padding: 28x28 → 32x32 (LeNet-5 原始設計)
    2. 增加通道維度: (32, 32) → (32, 32, 1)
    3. 正規化: [0, 255] → [0, 1]
    4. One-Hot 編碼標籤
    """
    # 1. Padding
    X_train_pad = np.pad(X_train, ((0,0), (2,2), (2,2)), mode='constant', constant_values=0)
    X_test_pad = np.pad(X_test, ((0,0), (2,2), (2,2)), mode='constant', constant_values=0)

    # 2. Reshape: 增加通道維度
    X_train_pad = X_train_pad.reshape(-1, 32, 32, 1)
    X_test_pad = X_test_pad.reshape(-1, 32, 32, 1)

    # 3. 正規化
    X_train_pad = X_train_pad.astype('float32') / 255.0
    X_test_pad = X_test_pad.astype('float32') / 255.0

    # 4. One-Hot 編碼
    y_train_cat = to_categorical(y_train, 10)
    y_test_cat = to_categorical(y_test, 10)

    print("資料預處理完成!")
    print(f" 訓練集形狀: {X_train_pad.shape}")
    print(f" 標籤形狀: {y_train_cat.shape}")
    print(f" 像素值範圍: [{X_train_pad.min():.2f}, {X_train_pad.max():.2f}]")

    return X_train_pad, y_train_cat, X_test_pad, y_test_cat

X_train_proc, y_train_proc, X_test_proc, y_test_proc = preprocess_data(
    X_train, y_train, X_test, y_test
)

# ========== 儲存格 4: 建立 LeNet-5 模型 ==========
def create_lenet5(input_shape=(32, 32, 1), num_classes=10):
    """
    LeNet-5 架構
    - 論文: LeCun et al. (1998)
    - 架構: C1 → S2 → C3 → S4 → Flatten → FC1 → FC2 → Output
    """
    model = Sequential(name='LeNet-5')

    # 卷積層 C1: 32x32x1 → 28x28x6
    # 註:原始 LeNet-5 使用 tanh(1998 年標準),現代 CNN 主流使用 ReLU(收斂更快、避免梯度消失)
    model.add(Conv2D(6, (5, 5), activation='tanh', input_shape=input_shape, name='C1'))

    # 池化層 S2: 28x28x6 → 14x14x6
    # 註:原始 LeNet-5 使用 AveragePooling,現代 CNN 主流使用 MaxPooling(保留最顯著特徵)
    model.add(AveragePooling2D((2, 2), strides=2, name='S2'))

    # 卷積層 C3: 14x14x6 → 10x10x16
    model.add(Conv2D(16, (5, 5), activation='tanh', name='C3'))

    # 池化層 S4: 10x10x16 → 5x5x16
    model.add(AveragePooling2D((2, 2), strides=2, name='S4'))

    # 展平: 5x5x16 → 400
    model.add(Flatten(name='Flatten'))

    # 全連接層 C5: 400 → 120
    model.add(Dense(120, activation='tanh', name='C5'))

    # 全連接層 F6: 120 → 84
    model.add(Dense(84, activation='tanh', name='F6'))

    # 輸出層: 84 → 10
    model.add(Dense(num_classes, activation='softmax', name='Output'))

    return model

# 建立模型
model = create_lenet5()

# 顯示模型架構
model.summary()

# ========== 儲存格 5: 編譯模型 ==========
model.compile(
    optimizer=Adam(learning_rate=0.001),
    loss='categorical_crossentropy',
    metrics=['accuracy']
)

print("✓ 模型編譯完成")

# ========== 儲存格 6: 設定 Callbacks ==========
callbacks = [
    # Early Stopping: 驗證損失 5 個 epoch 沒改善就停止
    EarlyStopping(
        monitor='val_loss',
        patience=5,
        restore_best_weights=True,
        verbose=1
    ),

    # 學習率衰減: 驗證損失 3 個 epoch 沒改善就降低學習率
    ReduceLROnPlateau(
        monitor='val_loss',
        factor=0.5,
        patience=3,
        min_lr=1e-6,
        verbose=1
    ),

    # 儲存最佳模型
    ModelCheckpoint(
        'best_lenet5.h5',
        monitor='val_accuracy',
        save_best_only=True,
        verbose=1
    )
]

# ========== 儲存格 7: 訓練模型 ==========
print("開始訓練...")
print("=" * 60)

history = model.fit(
    X_train_proc, y_train_proc,
    batch_size=128,
    epochs=20,
    validation_split=0.1,  # 10% 作為驗證集
    callbacks=callbacks,
    verbose=1
)

print("\n✓ 訓練完成!")

# ========== 儲存格 8: 評估模型 ==========
print("\n" + "=" * 60)
print("在測試集上評估模型")
print("=" * 60)

test_loss, test_accuracy = model.evaluate(X_test_proc, y_test_proc, verbose=0)

print(f"測試集損失: {test_loss:.4f}")
print(f"測試集準確率: {test_accuracy*100:.2f}%")

# ========== 儲存格 9: 視覺化訓練歷史 ==========
fig, axes = plt.subplots(1, 2, figsize=(15, 5))

# 準確率
axes[0].plot(history.history['accuracy'], 'b-', label='訓練準確率', linewidth=2)
axes[0].plot(history.history['val_accuracy'], 'r-', label='驗證準確率', linewidth=2)
axes[0].set_title('LeNet-5 訓練準確率', fontsize=14, fontweight='bold')
axes[0].set_xlabel('Epoch')
axes[0].set_ylabel('準確率')
axes[0].legend()
axes[0].grid(True, alpha=0.3)

# 損失
axes[1].plot(history.history['loss'], 'b-', label='訓練損失', linewidth=2)
axes[1].plot(history.history['val_loss'], 'r-', label='驗證損失', linewidth=2)
axes[1].set_title('LeNet-5 訓練損失', fontsize=14, fontweight='bold')
axes[1].set_xlabel('Epoch')
axes[1].set_ylabel('損失值')
axes[1].legend()
axes[1].grid(True, alpha=0.3)

plt.tight_layout()
plt.show()

# ========== 儲存格 10: 混淆矩陣 ==========
# 預測
y_pred = model.predict(X_test_proc, verbose=0)
y_pred_classes = np.argmax(y_pred, axis=1)
y_true_classes = np.argmax(y_test_proc, axis=1)

# 計算混淆矩陣
cm = confusion_matrix(y_true_classes, y_pred_classes)

# 繪製
plt.figure(figsize=(10, 8))
sns.heatmap(cm, annot=True, fmt='d', cmap='Blues',
            xticklabels=range(10), yticklabels=range(10))
plt.title('LeNet-5 混淆矩陣', fontsize=16, fontweight='bold')
plt.xlabel('預測標籤')
plt.ylabel('真實標籤')
plt.show()

# 分類報告
print("\n分類報告:")
print(classification_report(y_true_classes, y_pred_classes,
                            target_names=[f'數字 {i}' for i in range(10)]))

# ========== 儲存格 11: 預測範例視覺化 ==========
# 隨機選擇 20 張測試影像
indices = np.random.choice(len(X_test), 20, replace=False)

fig, axes = plt.subplots(4, 5, figsize=(15, 12))
for i, ax in enumerate(axes.flat):
    idx = indices[i]

    # 原始影像(28x28,移除 padding)
    img = X_test[idx]

    # 預測
    img_proc = X_test_proc[idx:idx+1]
    pred = model.predict(img_proc, verbose=0)
    pred_class = np.argmax(pred)
    true_class = y_test[idx]
    confidence = pred[0][pred_class] * 100

    # 顯示
    ax.imshow(img, cmap='gray')
    color = 'green' if pred_class == true_class else 'red'
    ax.set_title(
        f'真實: {true_class} | 預測: {pred_class}\n信心度: {confidence:.1f}%',
        color=color, fontsize=9
    )
    ax.axis('off')

plt.suptitle('LeNet-5 預測結果(綠色=正確,紅色=錯誤)',
             fontsize=16, fontweight='bold')
plt.tight_layout()
plt.show()

print("\n✓ 所有程式碼執行完成!")

# 範例 1: 建立簡單模型
# ============ Keras 風格 ============
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense, Conv2D, Flatten
from tensorflow.keras.datasets import mnist
from tensorflow.keras.utils import to_categorical
import tensorflow as tf
import time

# 教學沒有寫出的準備:MNIST 的前 10,000 張,加上通道維度、正規化、One-Hot 編碼
tf.random.set_seed(42)
samples = 10000
(X_train, y_train), (X_test, y_test) = mnist.load_data()
X_train = X_train[:samples].reshape(-1, 28, 28, 1).astype('float32') / 255.0
X_test = X_test.reshape(-1, 28, 28, 1).astype('float32') / 255.0
y_train = to_categorical(y_train[:samples], 10)
y_test = to_categorical(y_test, 10)

# 使用 Sequential API(適合線性堆疊)
model = Sequential([
    Conv2D(32, (3, 3), activation='relu', input_shape=(28, 28, 1)),
    Flatten(),
    Dense(10, activation='softmax')
])

# 編譯模型(一次設定所有訓練參數)
model.compile(
    optimizer='adam',
    loss='categorical_crossentropy',
    metrics=['accuracy']
)

# 訓練(一行搞定)
start = time.time()
history = model.fit(X_train, y_train, epochs=1, batch_size=32)
seconds = time.time() - start

# 在測試集上評估
loss, accuracy = model.evaluate(X_test, y_test, verbose=0)
print(f"測試集準確率: {accuracy * 100:.2f}%")

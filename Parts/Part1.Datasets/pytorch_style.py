# 範例 1: 建立簡單模型
# ============ PyTorch 風格 ============
import torch
import torch.nn as nn
from tensorflow.keras.datasets import mnist
from torch.utils.data import DataLoader, TensorDataset
import time

# 繼承 nn.Module(更靈活、物件導向)
class SimpleCNN(nn.Module):
    def __init__(self):
        super(SimpleCNN, self).__init__()
        self.conv1 = nn.Conv2d(1, 32, 3)
        self.fc1 = nn.Linear(26*26*32, 10)  # 需要手動計算維度

    def forward(self, x):
        x = torch.relu(self.conv1(x))
        x = x.view(x.size(0), -1)  # Flatten
        x = self.fc1(x)
        return x

# 教學沒有寫出的準備:MNIST 的前 10,000 張,通道維度在前面,正規化,打亂順序的批次
torch.manual_seed(42)
samples = 10000
(X_train, y_train), (X_test, y_test) = mnist.load_data()
X_train = torch.tensor(X_train[:samples]).float().view(-1, 1, 28, 28) / 255
X_test = torch.tensor(X_test).float().view(-1, 1, 28, 28) / 255
y_train = torch.tensor(y_train[:samples]).long()
y_test = torch.tensor(y_test).long()
train_loader = DataLoader(TensorDataset(X_train, y_train), batch_size=32, shuffle=True)
test_loader = DataLoader(TensorDataset(X_test, y_test), batch_size=500)

model = SimpleCNN()

# 需要分別定義損失函數和優化器
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.Adam(model.parameters(), lr=0.001)

# 需要手寫訓練迴圈
start = time.time()
for epoch in range(1):
    for batch_x, batch_y in train_loader:
        optimizer.zero_grad()
        output = model(batch_x)
        loss = criterion(output, batch_y)
        loss.backward()
        optimizer.step()
seconds = time.time() - start

# 在測試集上評估,也需要手寫
correct = 0
with torch.no_grad():
    for batch_x, batch_y in test_loader:
        correct += (model(batch_x).argmax(1) == batch_y).sum().item()
accuracy = correct / len(X_test)
print(f"測試集準確率: {accuracy * 100:.2f}%")

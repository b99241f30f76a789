# ============================================
# 儲存格 0: 環境檢查
# ============================================
import tensorflow as tf
import torch
import sys

print("=" * 60)
print("環境資訊")
print("=" * 60)
print(f"Python 版本: {sys.version.split()[0]}")
print(f"TensorFlow 版本: {tf.__version__}")
print(f"PyTorch 版本: {torch.__version__}")

print("\n" + "=" * 60)
print("GPU 資訊")
print("=" * 60)

# TensorFlow GPU
tf_gpus = tf.config.list_physical_devices('GPU')
print(f"TensorFlow 可用 GPU: {len(tf_gpus)}")
if tf_gpus:
    for gpu in tf_gpus:
        print(f" - {gpu}")

# PyTorch GPU
print(f"\nPyTorch CUDA 可用: {torch.cuda.is_available()}")
if torch.cuda.is_available():
    print(f"PyTorch GPU 型號: {torch.cuda.get_device_name(0)}")
    print(f"PyTorch GPU 記憶體: {torch.cuda.get_device_properties(0).total_memory / 1024**3:.2f} GB")

# 記憶體資訊
print("\n" + "=" * 60)
print("系統資源")
print("=" * 60)
!nvidia-smi --query-gpu=name,memory.total,memory.free --format=csv

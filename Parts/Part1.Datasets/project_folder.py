# ============================================
# 儲存格 1: 掛載 Google Drive
# ============================================
from google.colab import drive
import os

# 掛載 Drive
drive.mount('/content/drive')

# 建立專案資料夾
project_folder = '/content/drive/MyDrive/CNN_Tutorial'
os.makedirs(project_folder, exist_ok=True)

print(f"✓ Google Drive 已掛載")
print(f"✓ 專案資料夾: {project_folder}")

# 切換工作目錄
os.chdir(project_folder)
print(f"✓ 當前工作目錄: {os.getcwd()}")

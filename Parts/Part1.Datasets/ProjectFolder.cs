// ============================================
// 儲存格 1: 掛載 Google Drive
// ============================================
using KerasSharp;                              // import os
using static KerasSharp.builtins;

namespace Part1.Datasets;

/// <summary>The tutorial's folder that survives the session; its Python twin is <c>project_folder.py</c>.</summary>
internal static class ProjectFolder
{
    public static void Run()
    {
        // 掛載 Drive:Colab 斷線後檔案會消失,所以教學掛載雲端硬碟;桌面電腦的家目錄本來就會保留,不需要掛載

        // 建立專案資料夾
        var project_folder = os.path.expanduser("~/CNN_Tutorial");
        os.makedirs(project_folder, exist_ok: true);

        print($"✓ 專案資料夾: {project_folder}");

        // 切換工作目錄
        os.chdir(project_folder);
        print($"✓ 當前工作目錄: {os.getcwd()}");
    }
}

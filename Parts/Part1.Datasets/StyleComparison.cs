using KerasSharp;
using static KerasSharp.builtins;

namespace Part1.Datasets;

/// <summary>The closing table: what the same model took, and how well it did, in each of the two styles.</summary>
internal static class StyleComparison
{
    private static readonly List<(string Style, int Samples, double Seconds, double Accuracy)> Results = [];

    /// <summary>Remembers one style's result.</summary>
    /// <param name="style">Its name.</param>
    /// <param name="samples">Training samples.</param>
    /// <param name="seconds">The time of only the training.</param>
    /// <param name="accuracy">On the test data, 0 to 1.</param>
    public static void Add(string style, int samples, double seconds, double accuracy) => Results.Add((style, samples, seconds, accuracy));

    /// <summary>Prints the styles that ran, where any did.</summary>
    public static void Print()
    {
        if (Results.Count == 0)
        {
            return;
        }

        print("\n" + "=" * 60);
        print("Keras 與 PyTorch:同一個模型的訓練時間與準確率");
        print("=" * 60);
        print("風格       訓練樣本   訓練時間     測試集準確率");
        foreach (var (style, samples, seconds, accuracy) in Results)
        {
            print($"{style:10s} {samples:>8,} {seconds:>8.2f} 秒 {accuracy * 100:>14.2f}%");
        }
    }
}

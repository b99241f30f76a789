namespace KerasSharp.Tutorial;

/// <summary>How a part says that its digits are drawn and not MNIST: loudly on standard error, in what it prints, at both ends, and on figures.</summary>
internal static class DrawnDigitsNotice
{
    public const string Banner =
        """
        ######################################################################
        ##  警告:找不到也無法下載 MNIST。                                    ##
        ##  以下使用程式自己畫的數字,結果不代表 MNIST 的準確率。            ##
        ##  WARNING: MNIST was neither found nor could it be downloaded.    ##
        ##  The digits are drawn by this program: the results are not       ##
        ##  results on MNIST.                                               ##
        ######################################################################
        """;

    /// <summary>The line of standard output where the data are loaded.</summary>
    public const string Opening = "[注意] 以下結果來自程式自繪的數字,不是 MNIST / drawn digits, not MNIST";

    /// <summary>What stands on every figure.</summary>
    public const string Footnote = "程式自繪的數字,不是 MNIST / drawn digits, not MNIST";

    /// <summary>The last line of standard output.</summary>
    public const string Closing = "[注意] 以上結果來自程式自繪的數字,不是 MNIST / drawn digits, not MNIST";
}

namespace KerasSharp.matplotlib;

/// <summary>matplotlib's words for alignments.</summary>
internal static class Alignments
{
    /// <exception cref="ValueError">An unknown word.</exception>
    public static HorizontalAlign Across(string word, string parameter) => word switch
    {
        "left" => HorizontalAlign.Left,
        "center" => HorizontalAlign.Center,
        "right" => HorizontalAlign.Right,
        _ => throw new ValueError($"'{word}' is not a valid value for {parameter}; supported values are 'left', 'center', 'right'"),
    };

    /// <exception cref="ValueError">An unknown word.</exception>
    public static VerticalAlign Along(string word, string parameter) => word switch
    {
        "top" => VerticalAlign.Top,
        "center" => VerticalAlign.Center,
        "center_baseline" => VerticalAlign.CenterBaseline,
        "baseline" => VerticalAlign.Baseline,
        "bottom" => VerticalAlign.Bottom,
        _ => throw new ValueError($"'{word}' is not a valid value for {parameter}; supported values are 'top', 'bottom', 'center', 'baseline', 'center_baseline'"),
    };
}

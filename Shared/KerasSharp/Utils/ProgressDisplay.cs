namespace KerasSharp.Utils;

/// <summary>How a progress bar shows that it moves on.</summary>
public enum ProgressDisplay
{
    /// <summary>It goes back with <c>\b</c> and <c>\r</c> and draws its one line again: Keras in a terminal.</summary>
    Redraw,

    /// <summary>It draws a new line each time: Keras where it finds no terminal.</summary>
    NewLines,

    /// <summary>It shows only the finished line, as fits a file or a pipe.</summary>
    Finished,
}

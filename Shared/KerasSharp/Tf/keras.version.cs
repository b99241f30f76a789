namespace KerasSharp;

public static partial class keras
{
    /// <summary>The version of Keras whose API and behaviour are followed.</summary>
    public static string __version__ => "2.15.0";
}

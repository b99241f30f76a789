namespace KerasSharp.Backends.Managed;

/// <summary>The registers that one row of a tile takes.</summary>
internal enum PanelKind
{
    One128, Two128, One256, Two256, One512, Two512,
}

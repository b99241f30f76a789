namespace KerasSharp.matplotlib;

public sealed partial class Axes
{
    /// <summary>Makes these axes the colour bar of something: its colours from the lowest value to the highest, ticks on the right.</summary>
    internal void FillWith(ScalarMappable mappable)
    {
        var shades = new AxesImage(new uint[256], width: 1, new(0, 1, mappable.Low, mappable.High)) { Map = mappable.Map, Interpolation = Interpolation.Nearest };
        shades.Color([.. Enumerable.Range(0, 256).Select(i => i / 255.0)], 0, 1);
        Add(shades);
        X.IsVisible = false;
        Y.IsOnFarSide = true;
    }
}

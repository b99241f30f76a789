using SkiaSharp;

namespace KerasSharp.matplotlib;

/// <summary>
/// matplotlib's markers by their characters, as outlines in a square of side 1 around the origin, y downwards
/// (<see href="https://matplotlib.org/stable/api/markers_api.html"/>).
/// </summary>
internal static class Markers
{
    private const string Known = ".,ov^<>12348spP*hH+xXDd|_";

    public static bool IsMarker(char marker) => Known.Contains(marker);

    /// <summary>The marker of a text; null for <c>"None"</c>, <c>" "</c> and <c>""</c>.</summary>
    /// <exception cref="ValueError">No such marker.</exception>
    public static char? Parse(string text) => text switch
    {
        "None" or "none" or " " or "" => null,
        [var marker] when IsMarker(marker) => marker,
        _ => throw new ValueError($"Unrecognized marker style '{text}'; supported values are {string.Join(", ", Known.Select(m => $"'{m}'"))}, 'None'"),
    };

    /// <summary>Whether the marker is strokes only, which have no inside to fill.</summary>
    public static bool IsOpen(char marker) => "1234+x|_".Contains(marker);

    /// <summary>The outline; the caller disposes it.</summary>
    public static SKPath Outline(char marker) => marker switch
    {
        '.' => Circle(0.25f),
        ',' => Polygon(4, 0.05f, 45),
        'o' => Circle(0.5f),
        's' => Closed((-0.5f, -0.5f), (0.5f, -0.5f), (0.5f, 0.5f), (-0.5f, 0.5f)),
        'D' => Polygon(4, MathF.Sqrt(0.5f), 0),
        'd' => Closed((0, -0.7071f), (0.4243f, 0), (0, 0.7071f), (-0.4243f, 0)),
        '^' => Triangle(0),
        '>' => Triangle(90),
        'v' => Triangle(180),
        '<' => Triangle(270),
        'p' => Polygon(5, 0.5f, 0),
        'h' => Polygon(6, 0.5f, 0),
        'H' => Polygon(6, 0.5f, 30),
        '8' => Polygon(8, 0.5f, 22.5f),
        '*' => Star(),
        'P' => Turned(PlusShape(6), 0),
        'X' => Turned(PlusShape(4 * MathF.Sqrt(2)), 45),
        '+' => Strokes((0, -0.5f, 0, 0.5f), (-0.5f, 0, 0.5f, 0)),
        'x' => Strokes((-0.5f, -0.5f, 0.5f, 0.5f), (-0.5f, 0.5f, 0.5f, -0.5f)),
        '|' => Strokes((0, -0.5f, 0, 0.5f)),
        '_' => Strokes((-0.5f, 0, 0.5f, 0)),
        '2' => Turned(Tri(), 0),
        '4' => Turned(Tri(), 90),
        '1' => Turned(Tri(), 180),
        '3' => Turned(Tri(), 270),
        _ => throw new ValueError($"Unrecognized marker style '{marker}'"),
    };

    private static SKPath Circle(float radius)
    {
        var path = new SKPath();
        path.AddCircle(0, 0, radius);
        return path;
    }

    private static SKPath Closed(params ReadOnlySpan<(float X, float Y)> points)
    {
        var path = new SKPath();
        path.MoveTo(points[0].X, points[0].Y);
        foreach (var (x, y) in points[1..])
            path.LineTo(x, y);
        path.Close();
        return path;
    }

    /// <summary>A regular polygon, one corner up, turned clockwise by some degrees.</summary>
    private static SKPath Polygon(int corners, float radius, float degrees)
        => Closed([.. Enumerable.Range(0, corners).Select(i => OnCircle(radius, degrees + 360f * i / corners))]);

    private static SKPath Star()
        => Closed([.. Enumerable.Range(0, 10).Select(i => OnCircle(i % 2 == 0 ? 0.5f : 0.5f * 0.381966f, 36f * i))]);

    private static SKPath Triangle(float degrees) => Turned(Closed((0, -0.5f), (0.5f, 0.5f), (-0.5f, 0.5f)), degrees);

    private static SKPath Tri() => Strokes((0, 0, 0, -0.5f), (0, 0, 0.4f, 0.25f), (0, 0, -0.4f, 0.25f));

    private static SKPath PlusShape(float unit)
    {
        var (one, three) = (1 / unit, 3 / unit);
        return Closed((-one, -three), (one, -three), (one, -one), (three, -one), (three, one), (one, one), (one, three), (-one, three), (-one, one), (-three, one), (-three, -one), (-one, -one));
    }

    private static SKPath Strokes(params ReadOnlySpan<(float X1, float Y1, float X2, float Y2)> lines)
    {
        var path = new SKPath();
        foreach (var (x1, y1, x2, y2) in lines)
        {
            path.MoveTo(x1, y1);
            path.LineTo(x2, y2);
        }
        return path;
    }

    private static SKPath Turned(SKPath path, float degrees)
    {
        path.Transform(SKMatrix.CreateRotationDegrees(degrees));
        return path;
    }

    private static (float X, float Y) OnCircle(float radius, float degreesFromTop)
    {
        var (sin, cos) = MathF.SinCos(degreesFromTop * MathF.PI / 180);
        return (radius * sin, -radius * cos);
    }
}

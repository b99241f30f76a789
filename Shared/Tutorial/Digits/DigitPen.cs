using System.Numerics;

namespace KerasSharp.Tutorial.Digits;

/// <summary>
/// Writes one digit by hand, as it were: a way of writing, each point a little off, slanted, turned, narrow or wide, with a thin or a thick
/// pen. As in MNIST the digit fits into 20 x 20 pixels and its centre of mass is in the middle of 28 x 28.
/// </summary>
internal static class DigitPen
{
    public const int Size = 28;
    private const int Box = 20;
    private const int StepsPerPoint = 4;

    /// <summary>Draws a digit.</summary>
    /// <param name="pixels">28 x 28, row-major: 0 is paper, 255 ink.</param>
    /// <param name="digit">0 to 9.</param>
    /// <param name="dice">Varies the shape.</param>
    public static void Draw(Span<byte> pixels, int digit, ref Dice dice)
    {
        var ways = DigitShapes.Of(digit);
        var strokes = ways[dice.Choice(ways.Length)];
        var lines = new Vector2[strokes.Length][];
        var hand = Hand(ref dice);
        var bend = new Vector2(dice.Around(0.07f), dice.Around(0.07f));
        for (var i = 0; i < strokes.Length; i++)
        {
            lines[i] = Curve(Shaken(strokes[i], ref dice));
            for (var k = 0; k < lines[i].Length; k++)
            {
                var point = lines[i][k];
                point += bend * new Vector2(MathF.Sin(MathF.PI * point.Y), MathF.Sin(MathF.PI * point.X));
                lines[i][k] = Vector2.Transform(point, hand);
            }
        }

        Place(lines, ref dice);
        Ink(pixels, lines, ref dice);
    }

    // How this hand writes: narrow or wide, slanted (mostly to the right), turned.
    private static Matrix3x2 Hand(ref Dice dice) =>
        Matrix3x2.CreateTranslation(-0.5f, -0.5f)
        * Matrix3x2.CreateScale(dice.Between(0.5f, 1), 1)
        * new Matrix3x2(1, 0, dice.Around(0.28f) - 0.1f, 1, 0, 0)
        * Matrix3x2.CreateRotation(dice.Around(0.17f));

    // No point is quite where it should be; what was one point stays one, so that strokes still meet.
    private static Vector2[] Shaken(Vector2[] stroke, ref Dice dice)
    {
        var shaken = new Vector2[stroke.Length];
        for (var i = 0; i < stroke.Length; i++)
        {
            shaken[i] = stroke[i] + new Vector2(dice.Around(0.062f), dice.Around(0.056f));
        }

        if (stroke[0] == stroke[^1])
        {
            shaken[^1] = shaken[0];
        }

        return shaken;
    }

    // A smooth line through the points (Catmull-Rom).
    private static Vector2[] Curve(Vector2[] points)
    {
        if (points.Length == 2)
        {
            return points;
        }

        var closed = points[0] == points[^1];
        var last = points.Length - 1;
        var line = new Vector2[(last * StepsPerPoint) + 1];
        for (var i = 0; i < last; i++)
        {
            var before = i > 0 ? points[i - 1] : closed ? points[last - 1] : points[0];
            var after = i + 2 <= last ? points[i + 2] : closed ? points[1] : points[last];
            for (var step = 0; step < StepsPerPoint; step++)
            {
                var t = (float)step / StepsPerPoint;
                line[(i * StepsPerPoint) + step] = 0.5f * ((2 * points[i]) + ((points[i + 1] - before) * t)
                    + (((2 * before) - (5 * points[i]) + (4 * points[i + 1]) - after) * (t * t))
                    + (((3 * points[i]) - before - (3 * points[i + 1]) + after) * (t * t * t)));
            }
        }

        line[^1] = points[last];
        return line;
    }

    // Into MNIST's box, the centre of mass (of the lines, by length) in the middle.
    private static void Place(Vector2[][] lines, ref Dice dice)
    {
        var (low, high) = (new Vector2(float.MaxValue), new Vector2(float.MinValue));
        var (mass, moment) = (0f, Vector2.Zero);
        foreach (var line in lines)
        {
            for (var i = 0; i < line.Length; i++)
            {
                (low, high) = (Vector2.Min(low, line[i]), Vector2.Max(high, line[i]));
                var length = i == 0 ? 0 : Vector2.Distance(line[i], line[i - 1]);
                mass += length;
                moment += length * 0.5f * (line[i] + line[Math.Max(i - 1, 0)]);
            }
        }

        var extent = high - low;
        var scale = (Box - dice.Between(2, 4)) / Math.Max(extent.X, extent.Y);
        var middle = new Vector2(Size / 2f) + new Vector2(dice.Around(0.7f), dice.Around(0.7f));
        foreach (var line in lines)
        {
            for (var i = 0; i < line.Length; i++)
            {
                line[i] = middle + ((line[i] - (moment / mass)) * scale);
            }
        }
    }

    // Each pixel takes the darkest that any piece of a line makes it: full within the pen's radius, fading over a soft edge.
    private static void Ink(Span<byte> pixels, Vector2[][] lines, ref Dice dice)
    {
        var radius = dice.Between(0.5f, 1.6f);
        var edge = dice.Between(0.9f, 1.6f);
        var darkest = dice.Between(225, 255);
        var grain = dice.Between(0, 18);
        var reach = radius + edge;
        foreach (var line in lines)
        {
            for (var i = 1; i < line.Length; i++)
            {
                Piece(pixels, line[i - 1], line[i], edge, reach, darkest);
            }
        }

        for (var i = 0; i < pixels.Length; i++)
        {
            if (pixels[i] > 0)
            {
                pixels[i] = (byte)Math.Clamp(pixels[i] + dice.Around(grain), 1, 255);
            }
        }
    }

    private static void Piece(Span<byte> pixels, Vector2 from, Vector2 to, float edge, float reach, float darkest)
    {
        var (low, high) = (Vector2.Min(from, to) - new Vector2(reach), Vector2.Max(from, to) + new Vector2(reach));
        var (left, right) = (Math.Max(0, (int)low.X), Math.Min(Size - 1, (int)high.X));
        var (top, bottom) = (Math.Max(0, (int)low.Y), Math.Min(Size - 1, (int)high.Y));
        var along = to - from;
        var perLength = 1 / Math.Max(along.LengthSquared(), 1e-9f);
        for (var y = top; y <= bottom; y++)
        {
            for (var x = left; x <= right; x++)
            {
                var point = new Vector2(x + 0.5f, y + 0.5f) - from;
                var t = Math.Clamp(Vector2.Dot(point, along) * perLength, 0, 1);
                var distance = (point - (t * along)).Length();
                var ink = (byte)(darkest * Math.Clamp((reach - distance) / edge, 0, 1));
                ref var pixel = ref pixels[(y * Size) + x];
                pixel = Math.Max(pixel, ink);
            }
        }
    }
}

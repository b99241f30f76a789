using System.Diagnostics;
using System.Globalization;

namespace KerasSharp.Utils;

/// <summary>
/// Shows how far a download is: in a terminal one line that is redrawn, as Keras draws it
/// (<c>4194304/11490434 [==========&gt;...................] - ETA: 3s</c>), elsewhere only a line when it begins and one when it ends.
/// </summary>
internal sealed class DownloadProgress(TextWriter writer, bool redraw, long? total)
{
    private const int Width = 30;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly Stopwatch clock = Stopwatch.StartNew();
    private TimeSpan drawnAt = -Interval;
    private long start = -1;
    private int drawnLength;

    /// <summary>Shows how many bytes have come. It draws at most ten times per second.</summary>
    public void Report(long bytes)
    {
        if (start < 0)
        {
            start = bytes;
        }

        if (!redraw || clock.Elapsed - drawnAt < Interval)
        {
            return;
        }

        drawnAt = clock.Elapsed;
        var fetched = bytes - start;
        var remaining = total is { } all && fetched > 0 ? $" - ETA: {Seconds(clock.Elapsed * ((double)(all - bytes) / fetched))}" : "";
        Draw(Bar(bytes) + remaining);
    }

    /// <summary>The download is complete.</summary>
    public void Done(long bytes)
    {
        if (redraw)
        {
            Draw($"{Bar(bytes)} - {Seconds(clock.Elapsed)}");
            writer.WriteLine();
        }
        else
        {
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes in {clock.Elapsed.TotalSeconds:F1} s"));
        }
    }

    /// <summary>The download broke off: the next message begins on a line of its own.</summary>
    public void Abandon()
    {
        if (redraw && drawnLength > 0)
        {
            writer.WriteLine();
        }
    }

    private string Bar(long bytes)
    {
        if (total is not { } all || all <= 0)
        {
            return $"{bytes}/Unknown";
        }

        var filled = (int)(Width * bytes / all);
        var bar = filled >= Width ? new string('=', Width) : new string('=', filled) + '>' + new string('.', Width - filled - 1);
        return $"{bytes.ToString(CultureInfo.InvariantCulture).PadLeft(all.ToString(CultureInfo.InvariantCulture).Length)}/{all} [{bar}]";
    }

    private static string Seconds(TimeSpan time) => time.TotalHours >= 1
        ? time.ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture)
        : time.TotalMinutes >= 1 ? time.ToString(@"m\:ss", CultureInfo.InvariantCulture) : $"{(int)time.TotalSeconds}s";

    private void Draw(string line)
    {
        writer.Write('\r' + line.PadRight(drawnLength));
        writer.Flush();
        drawnLength = line.Length;
    }
}

using KerasSharp.Callbacks;

namespace KerasSharp.Utils;

/// <summary>
/// A progress bar: <c>422/422 [======] - 3s 7ms/step - loss: 0.3679 - accuracy: 0.8957</c>. It is written at most once per interval;
/// an update in between costs a look at the clock and a few additions.
/// Source: <see href="https://keras.io/api/utils/python_utils/#progbar-class"/>.
/// </summary>
[KerasExport("keras.utils.Progbar")]
public sealed class Progbar
{
    private readonly int verbose;
    private readonly double interval;
    private readonly HashSet<string> statefulMetrics;
    private readonly ProgressDisplay display = KerasConsole.Progress;
    private readonly TimeProvider clock = KerasConsole.Clock;
    private readonly long start;
    private readonly ProgbarText text;
    private readonly OrderedDictionary<string, ProgbarValue> values = [];

    private int seen;
    private int drawnWidth;
    private bool lineIsOpen;
    private double drawnAt = double.NegativeInfinity;
    private double? firstStepAt;
    private double epochStart;
    private double? epochEnd;

    /// <summary>A bar that starts now.</summary>
    /// <param name="target">The number of steps; null if it is unknown.</param>
    /// <param name="width">The width of the bar itself, in characters.</param>
    /// <param name="verbose">0 shows nothing, 1 the bar, 2 one line at the end.</param>
    /// <param name="interval">Seconds that pass at least between two drawings.</param>
    /// <param name="stateful_metrics">Names whose last value is shown; of others the mean over the steps.</param>
    /// <param name="unit_name">What a step is called.</param>
    /// <exception cref="ValueError">The target is not positive.</exception>
    public Progbar(
        int? target, int width = 30, int verbose = 1, double interval = 0.05, IEnumerable<string>? stateful_metrics = null, string unit_name = "step")
    {
        if (target <= 0)
        {
            throw new ValueError($"`target` must be positive, or null where the number of steps is not known. Received: target={target}");
        }

        this.target = target;
        this.verbose = verbose;
        this.interval = interval;
        text = new ProgbarText(width, unit_name);
        statefulMetrics = [.. stateful_metrics ?? []];
        start = clock.GetTimestamp();
    }

    /// <summary>The number of steps; null if it is unknown.</summary>
    public int? target { get; internal set; }

    private double Now => clock.GetElapsedTime(start).TotalSeconds;

    /// <summary>Notes how many steps are done, and draws if it is time.</summary>
    /// <param name="current">Steps done.</param>
    /// <param name="values">Names and values of the last step.</param>
    /// <param name="finalize">Whether this is the last update; if not given, it is when the target is reached.</param>
    public void update(int current, IEnumerable<(string name, double value)>? values = null, bool? finalize = null)
    {
        foreach (var (name, value) in values ?? [])
        {
            Take(name, value, current);
        }

        Advance(current, finalize ?? current >= target);
    }

    /// <summary>Counts <paramref name="n"/> more steps.</summary>
    public void add(int n, IEnumerable<(string name, double value)>? values = null) => update(seen + n, values);

    /// <summary>An update with the logs of a batch: its values are running means, so the last one is shown.</summary>
    internal void UpdateBatch(int current, Logs? logs)
    {
        foreach (var (name, value) in logs ?? [])
        {
            statefulMetrics.Add(name);
            values[name] = new ProgbarValue(value, 1);
        }

        Advance(current, finalize: false);
    }

    /// <summary>The last update, with the logs of an epoch.</summary>
    internal void Finish(int current, Logs? logs)
    {
        foreach (var (name, value) in logs ?? [])
        {
            Take(name, value, current);
        }

        Advance(current, finalize: true);
    }

    /// <summary>The work has ended before the last update: what is printed next begins on a line of its own.</summary>
    internal void Abandon()
    {
        if (lineIsOpen)
        {
            KerasConsole.Write("\n");
            lineIsOpen = false;
        }
    }

    private void Take(string name, double value, int current)
    {
        if (statefulMetrics.Contains(name))
        {
            values[name] = new ProgbarValue(value, 1);
            return;
        }

        // An epoch's end repeats its last step: there the value counts once.
        var steps = Math.Max(current - seen, 1);
        values.TryGetValue(name, out var sum);
        values[name] = new ProgbarValue(sum.Sum + (value * steps), sum.Count + steps);
    }

    private void Advance(int current, bool finalize)
    {
        seen = current;
        var now = Now;
        if (current == (target ?? (finalize ? current : null)))
        {
            epochEnd = now;
        }

        if (verbose == 1)
        {
            if (!finalize && (display == ProgressDisplay.Finished || now - drawnAt < interval))
            {
                NoteFirstStep(current, now);
                return;
            }

            Draw(current, now, finalize);
        }
        else if (verbose == 2 && finalize)
        {
            WriteLine(current, now);
        }

        drawnAt = now;
    }

    /// <summary>The end of the first step is noted even where nothing is drawn: that step does not count in the mean.</summary>
    private void NoteFirstStep(int current, double now)
    {
        if (display == ProgressDisplay.Finished && current == 1)
        {
            firstStepAt ??= now;
        }
    }

    private void Draw(int current, double now, bool finalize)
    {
        var perStep = StepDuration(current, now);
        var bar = text.Bar(current, target);
        var info = target is not { } goal || finalize ? text.Elapsed(now) + text.PerUnit(perStep) : text.Remaining(perStep * (goal - current));
        info += ProgbarText.Values(values);
        var width = bar.Length + info.Length;
        var lead = display switch
        {
            ProgressDisplay.Redraw => new string('\b', drawnWidth) + "\r",
            ProgressDisplay.NewLines => "\n",
            _ => "",
        };

        // A shorter line leaves nothing of the longer one behind it.
        var rest = new string(' ', Math.Max(0, drawnWidth - width));
        KerasConsole.Write(lead + bar + info + rest + (finalize ? "\n" : ""));
        drawnWidth = display == ProgressDisplay.Finished ? 0 : width;
        lineIsOpen = !finalize;
    }

    private void WriteLine(int current, double now)
    {
        var line = ProgbarText.Count(current, target ?? current) + text.Elapsed(now) + ProgbarText.ValuesOfLine(values);
        if (epochEnd is { } end)
        {
            var epoch = end - epochStart;
            line += ProgbarText.LineTime(epoch, "epoch") + ProgbarText.LineTime(epoch / (target ?? current), text.UnitName) + "\n";
            (epochStart, epochEnd) = (now, null);
        }

        KerasConsole.Write(line);
    }

    /// <summary>Seconds per step. The first step, which builds the model, does not count where there are more.</summary>
    private double StepDuration(int current, double now)
    {
        if (current == 0)
        {
            return 0;
        }

        var duration = firstStepAt is { } first && current > 1 ? (now - first) / (current - 1) : now / current;
        if (current == 1)
        {
            firstStepAt = now;
        }

        return duration;
    }
}

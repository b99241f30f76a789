using KerasSharp.Python;
using NumSharp;

namespace KerasSharp.sklearn;

/// <summary>
/// True and predicted labels, checked, as numbers 0, 1, 2, … of the classes in sorted order; and the weight of each sample.
/// </summary>
internal sealed class LabelSpace
{
    private readonly double[]? weights;
    private readonly Func<IComparable, IComparable> unify;

    private LabelSpace(Func<IComparable, IComparable> unify, IComparable[] present, Labels labels, NDArray? sampleWeight)
    {
        this.unify = unify;
        Present = present;
        Classes = [.. present.Concat(labels.Values.Select(unify)).Distinct().Order()];
        weights = sampleWeight?.flatten().astype(typeof(double)).ToArray<double>();
        HasFractions = sampleWeight?.typecode is NPTypeCode.Single or NPTypeCode.Double or NPTypeCode.Half or NPTypeCode.Decimal;
    }

    /// <summary>The labels that occur, and those asked for that do not, sorted.</summary>
    public IComparable[] Classes { get; }

    /// <summary>The labels that occur, sorted.</summary>
    public IComparable[] Present { get; }

    /// <summary>The class of each sample, by its number.</summary>
    public required int[] Truth { get; init; }

    /// <summary>What each sample was taken for.</summary>
    public required int[] Predicted { get; init; }

    /// <summary>Whether samples have weights of their own.</summary>
    public bool IsWeighted => weights is not null;

    /// <summary>Whether these are floating-point numbers.</summary>
    public bool HasFractions { get; }

    /// <summary>The weight of a sample.</summary>
    public double Weight(int sample) => weights is null ? 1 : weights[sample];

    /// <summary>The number of the class of a label, or -1.</summary>
    public int IndexOf(IComparable label) =>
        label is string == Classes[0] is string ? Math.Max(-1, Array.BinarySearch(Classes, unify(label))) : -1;

    /// <exception cref="ValueError">Different numbers of samples, none, or targets that are no classes.</exception>
    /// <exception cref="TypeError">Numbers on one side, texts on the other.</exception>
    public static LabelSpace Of(Labels y_true, Labels y_pred, Labels labels, NDArray? sample_weight)
    {
        var (truth, predicted) = (y_true.Values, y_pred.Values);
        var (samples, predictions) = (truth.Length / y_true.Columns, predicted.Length / y_pred.Columns);
        var weights = (int)(sample_weight?.size ?? samples);
        if (samples != predictions || samples != weights)
        {
            throw new ValueError($"Found input variables with inconsistent numbers of samples: [{samples}, {predictions}, {weights}]");
        }

        if (samples == 0)
        {
            throw new ValueError("Found empty input array (e.g., `y_true` or `y_pred`) while a minimum of 1 sample is required.");
        }

        CheckKinds(TargetType.Of(y_true), TargetType.Of(y_pred));
        var unify = Unifier([.. truth, .. predicted, .. labels.Values]) ?? throw new TypeError(
            $"Labels in y_true and y_pred should be of the same type. Got y_true={Unique(truth)} and y_pred={Unique(predicted)}. "
            + "Make sure that the predictions provided by the classifier coincides with the true labels.");
        var (unifiedTruth, unifiedPredicted) = (Array.ConvertAll(truth, value => unify(value)), Array.ConvertAll(predicted, value => unify(value)));
        IComparable[] present = [.. unifiedTruth.Concat(unifiedPredicted).Distinct().Order()];
        var index = present.Concat(labels.Values.Select(unify)).Distinct().Order().Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        return new(unify, present, labels, sample_weight)
        {
            Truth = Array.ConvertAll(unifiedTruth, value => index[value]),
            Predicted = Array.ConvertAll(unifiedPredicted, value => index[value]),
        };
    }

    private static void CheckKinds(string truth, string predicted)
    {
        string[] classes = ["binary", "multiclass"];
        if (truth != predicted && !(classes.Contains(truth) && classes.Contains(predicted)))
        {
            throw new ValueError($"Classification metrics can't handle a mix of {truth} and {predicted} targets");
        }

        if (!classes.Contains(truth))
        {
            throw new ValueError($"{truth} is not supported");
        }
    }

    // Numbers of several kinds meet as the widest one, as in NumPy: 1 and 1.0 are one label. Numbers and texts do not meet: null.
    private static Func<IComparable, IComparable>? Unifier(IComparable[] values) =>
        values.Any(value => value is string) ? (values.All(value => value is string) ? value => value : null)
        : values.Any(value => value is double) ? value => Convert.ToDouble(value, null)
        : values.Any(value => value is long) ? value => Convert.ToInt64(value, null)
        : value => Convert.ToBoolean(value, null);

    private static string Unique(IComparable[] values) =>
        $"[{string.Join(' ', values.Distinct().OrderBy(PythonFormat.Repr, StringComparer.Ordinal).Select(PythonFormat.Repr))}]";
}

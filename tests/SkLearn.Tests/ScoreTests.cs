using System.Text.Json;
using KerasSharp.Python;
using KerasSharp.sklearn;
using KerasSharp.TestSupport;
using NumSharp;
using static KerasSharp.sklearn.metrics;

namespace KerasSharp.Tests.SkLearn;

public class ScoreTests
{
    private static readonly GoldenCases Golden = new("sklearn.json", "scores", label: c => c.GetProperty("data").GetString()!);
    private static readonly GoldenCases GoldenErrors = new("sklearn.json", "errors", label: c => c.GetProperty("case").GetString()!,
        waitsFor: (_, c) => ErrorTwins.ContainsKey(c.GetProperty("case").GetString()!) ? null : "no twin of this case");

    private static Dictionary<string, Action> ErrorTwins => new()
    {
        ["target_names of another count"] = () => classification_report([0, 1, 2, 3], [0, 1, 2, 3], target_names: ["a", "b"]),
        ["lengths differ"] = () => confusion_matrix([0, 1], [0]),
        ["normalize unknown"] = () => confusion_matrix([0, 1], [0, 1], normalize: "rows"),
        ["labels not in the data"] = () => confusion_matrix([0, 1], [0, 1], labels: [7]),
        ["average='binary' of many classes"] = () => precision_score([0, 1, 2], [0, 1, 2]),
    };

    public static TheoryData<string> Cases => new(Golden.Names);

    public static TheoryData<string> Errors => new(GoldenErrors.Names);

    [Theory, MemberData(nameof(Cases))]
    public void Case(string name) => Golden.Run(name, c =>
    {
        var (truth, predicted) = GoldenLabels.Of(c);
        foreach (var entry in c.GetProperty("values").EnumerateObject())
        {
            var hasWarnings = entry.Value.ValueKind == JsonValueKind.Object;
            var expected = hasWarnings ? entry.Value.GetProperty("value") : entry.Value;
            var warned = new List<(string, string)>();
            using (PythonWarnings.Catch(warned))
            {
                double[] got = Score(entry.Name, truth, predicted);
                double[] want = expected.ValueKind == JsonValueKind.Array ? [.. expected.EnumerateArray().Select(GoldenFile.Number)] : [GoldenFile.Number(expected)];
                GoldenArray.Close<double>(want, got, atol: 1e-12, rtol: 0, entry.Name);
            }

            if (hasWarnings)
            {
                GoldenLabels.SameWarnings(entry.Value.GetProperty("warnings"), warned);
            }
        }
    });

    [Theory, MemberData(nameof(Errors))]
    public void Error(string name) => GoldenErrors.Run(name, c =>
    {
        var error = Assert.ThrowsAny<Exception>(ErrorTwins[c.GetProperty("case").GetString()!]);
        Assert.Equal(c.GetProperty("type").GetString(), error.GetType().Name);
        Assert.Equal(c.GetProperty("message").GetString(), error.Message);
    });

    // What scikit-learn says of targets that are no classes, which the golden file does not ask.
    [Fact]
    public void Targets_that_are_no_classes_are_refused()
    {
        Refused("Classification metrics can't handle a mix of multiclass and continuous targets", () => accuracy_score([0, 1, 2], np.array(new[] { 0.2, 0.3, 0.9 })));
        Refused("Classification metrics can't handle a mix of binary and multilabel-indicator targets", () => confusion_matrix([0, 1], np.eye(2)));
        Refused("continuous is not supported", () => accuracy_score(np.array(new[] { 0.5 }), np.array(new[] { 0.5 })));
        Refused("multilabel-indicator is not supported", () => classification_report(np.eye(3), np.eye(3)));
        Refused("Found empty input array (e.g., `y_true` or `y_pred`) while a minimum of 1 sample is required.", () => accuracy_score(Array.Empty<int>(), Array.Empty<int>()));
    }

    [Fact]
    public void Numbers_and_texts_are_not_compared()
    {
        var error = Assert.Throws<TypeError>(() => accuracy_score([0, 1], ["a", "b"]));
        Assert.StartsWith("Labels in y_true and y_pred should be of the same type. Got y_true=[0 1] and y_pred=['a' 'b'].", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_words_name_the_known_ones()
    {
        Assert.Equal("The 'average' parameter of f1_score must be a str among {'binary', 'macro', 'micro', 'samples', 'weighted'} or None. Got 'mean' instead.",
            Assert.Throws<InvalidParameterError>(() => f1_score([0, 1], [0, 1], average: "mean")).Message);
        Assert.Throws<InvalidParameterError>(() => f1_score([0, 1], [0, 1], zero_division: 0.5));
        Assert.Throws<InvalidParameterError>(() => f1_score([0, 1], [0, 1], zero_division: "ignore"));
        Refused("pos_label=7 is not a valid label. It should be one of [0, 1]", () => f1_score([0, 1], [0, 1], pos_label: 7));
        Refused("pos_label=1 is not a valid label. It should be one of ['a', 'b']", () => f1_score(["a", "b"], ["a", "b"]));
    }

    [Fact]
    public void Classes_that_only_predictions_have_do_not_count_in_the_balanced_accuracy()
    {
        var warned = new List<(string, string)>();
        using (PythonWarnings.Catch(warned))
        {
            Assert.Equal(0.75, balanced_accuracy_score([0, 0, 1, 1], [0, 2, 1, 1]));
        }

        Assert.Equal([("UserWarning", "y_pred contains classes not in y_true")], warned);
        Assert.Equal(0.5, balanced_accuracy_score([0, 0, 1, 1], [0, 1, 1, 1], adjusted: true));
    }

    private static void Refused(string message, Action call) => Assert.Equal(message, Assert.Throws<ValueError>(call).Message);

    // An entry's name is the call: a function, then its arguments.
    private static double[] Score(string call, int[] truth, int[] predicted)
    {
        var words = call.Split(' ');
        var args = words[1..].Select(word => word.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        Assert.Empty(args.Keys.Except(["average", "zero_division", "normalize"]));
        var average = args.GetValueOrDefault("average", "binary");
        var zero = args.TryGetValue("zero_division", out var z) ? double.Parse(z, null) : default(ZeroDivision);
        return (words[0], average) switch
        {
            ("accuracy_score", _) => [accuracy_score(truth, predicted, normalize: args.GetValueOrDefault("normalize") != "False")],
            ("balanced_accuracy_score", _) => [balanced_accuracy_score(truth, predicted)],
            ("precision_score", "None") => Each("precision").precision.ToArray<double>(),
            ("recall_score", "None") => Each("recall").recall.ToArray<double>(),
            ("f1_score", "None") => Each("f-score").fbeta_score.ToArray<double>(),
            ("precision_score", _) => [precision_score(truth, predicted, average: average, zero_division: zero)],
            ("recall_score", _) => [recall_score(truth, predicted, average: average, zero_division: zero)],
            ("f1_score", _) => [f1_score(truth, predicted, average: average, zero_division: zero)],
            _ => throw new NotSupportedException(call),
        };

        (NDArray precision, NDArray recall, NDArray fbeta_score, NDArray? support) Each(string score) =>
            precision_recall_fscore_support(truth, predicted, warn_for: [score], zero_division: zero);
    }
}

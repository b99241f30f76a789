using KerasSharp.Engine;
using KerasSharp.Losses;
using KerasSharp.Metrics;
using KerasSharp.Models;
using NumSharp;

namespace KerasSharp.Tests.Models.Graph;

// Losses, metrics, targets and weights that do not belong to the two outputs of a model.
public static partial class GraphErrorTwins
{
    public static void loss_of_an_unknown_output() => Fit(new() { ["u"] = "mse", ["v"] = "mse" });

    public static void loss_list_too_long() => Fit(["mse", "mse", "mae"]);

    public static void loss_list_too_short() => Fit(["mse"]);

    public static void loss_weights_too_long() => Fit("mse", loss_weights: [1.0, 1.0, 1.0]);

    public static void loss_weights_of_an_unknown_output() => Fit("mse", loss_weights: new() { ["v"] = 1.0 });

    public static void metrics_of_an_unknown_output() => Fit("mse", metrics: new() { ["v"] = "mae" });

    public static void nested_metrics_too_short() => Fit("mse", metrics: [["mae"]]);

    public static void one_target_for_two_outputs() => Fit("mse", Zeros(4, 1));

    public static void a_list_of_one_target_for_two_outputs() => Fit("mse", [Zeros(4, 1)]);

    public static void targets_of_unknown_names() => Fit("mse", new() { ["u"] = Zeros(4, 1), ["v"] = Zeros(4, 2) });

    public static void targets_without_a_name() => Fit("mse", new() { ["u"] = Zeros(4, 1) });

    public static void targets_swapped() => Fit("mse", [Zeros(4, 3), Zeros(4, 1)]);

    public static void no_loss_for_any_output() => Fit([null, null]);

    public static void class_weight_with_two_outputs()
        => Ready("mse").fit(Zeros(4, 3), Targets(), class_weight: new Dictionary<int, float> { [0] = 1 }, verbose: 0);

    public static void sample_weight_list_too_long() => Fit("mse", sample_weight: [np.ones(new Shape(4)), np.ones(new Shape(4)), np.ones(new Shape(4))]);

    public static void sample_weight_of_an_unknown_output()
        => Fit("mse", new() { ["u"] = Zeros(4, 1), ["w"] = Zeros(4, 2) }, sample_weight: new() { ["v"] = np.ones(new Shape(4)) });

    public static void targets_of_different_lengths() => Fit("mse", [Zeros(4, 1), Zeros(3, 2)]);

    public static void two_metrics_of_one_name() => Fit("mse", metrics: ["mae", "mae"]);

    public static void two_metrics_of_one_name_by_class() => Fit("mse", metrics: [["mean_absolute_error", keras.metrics.MeanAbsoluteError()], []]);

    public static void unknown_loss_in_a_dictionary() => Fit(new() { ["u"] = "l2", ["w"] = "mse" });

    public static void unknown_metric_in_a_dictionary() => Fit("mse", metrics: new() { ["u"] = "l2" });

    public static void loss_returns_nothing() => Fit((Func<Tensor, Tensor, Tensor>)((y_true, y_pred) => null!));

    private static void Fit(LossNest loss, Data? y = null, MetricNest? metrics = null, LossWeights? loss_weights = null, Data? sample_weight = null)
        => Ready(loss, metrics, loss_weights).fit(Zeros(4, 3), y ?? Targets(), sample_weight: sample_weight, verbose: 0);

    private static Functional Ready(LossNest loss, MetricNest? metrics = null, LossWeights? loss_weights = null)
    {
        var model = Outs();
        model.compile("sgd", loss, metrics: metrics, loss_weights: loss_weights, run_eagerly: true);
        return model;
    }

    private static Data Targets() => [Zeros(4, 1), Zeros(4, 2)];
}

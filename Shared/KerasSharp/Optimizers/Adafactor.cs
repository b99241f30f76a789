using KerasSharp.Backends;
using KerasSharp.Engine;
using KerasSharp.Ops;
using KerasSharp.Saving;
using static KerasSharp.keras;

namespace KerasSharp.Optimizers;

/// <summary>
/// Adam with the mean squares kept by rows and columns only, to save memory (Shazeer and Stern 2018).
/// Source: <see href="https://keras.io/api/optimizers/adafactor/"/>.
/// </summary>
/// <param name="learning_rate">How far a step goes: a number or a schedule; 0.001 if not given.</param>
/// <param name="beta_2_decay">How the share of the mean squared gradient that stays grows with the steps.</param>
/// <param name="epsilon_1">Is added to squared gradients.</param>
/// <param name="epsilon_2">The smallest scale of a variable.</param>
/// <param name="clip_threshold">The largest root mean square of a step.</param>
/// <param name="relative_step">Whether a constant rate falls as 1 / √step.</param>
/// <param name="kwargs">What all optimizers have.</param>
[KerasExport("keras.optimizers.Adafactor")]
public sealed class Adafactor(
    [KerasDefault(0.001)] LearningRate learning_rate = default, double beta_2_decay = -0.8, double epsilon_1 = 1e-30, double epsilon_2 = 0.001,
    double clip_threshold = 1.0, bool relative_step = true, OptimizerArguments kwargs = default)
    : Optimizer(learning_rate.Or(0.001), kwargs)
{
    private Variable?[] rows = [];
    private Variable?[] columns = [];
    private Variable[] squares = [];

    /// <inheritdoc/>
    public override void build(IReadOnlyList<Variable> var_list)
    {
        base.build(var_list);
        (rows, columns) = (new Variable?[var_list.Count], new Variable?[var_list.Count]);
        for (var i = 0; i < var_list.Count; i++)
        {
            // Only what has two axes can be split into rows and columns.
            int[] dims = var_list[i].value.DimsArray;
            if (dims.Length >= 2)
            {
                rows[i] = add_variable_from_reference(var_list[i], "r", shape: dims[..^1]);
                columns[i] = add_variable_from_reference(var_list[i], "c", shape: (int[])[.. dims[..^2], dims[^1]]);
            }
        }

        squares = AddState(var_list, "v");
    }

    /// <inheritdoc/>
    public override void update_step(Tensor gradient, Variable variable)
    {
        var i = Position(variable);
        var slow = 1 / MathF.Sqrt(Step);
        var rate = relative_step && !HasSchedule ? MathF.Min(Rate, slow) : Rate;
        var scale = MathF.Max((float)epsilon_2, Size(variable.value)) * MathF.Min(rate, slow);

        var keep = 1 - MathF.Pow(Step, (float)beta_2_decay);
        var square = ops.square(gradient) + (float)epsilon_1;
        var mean = squares[i];
        if (rows[i] is { } row && columns[i] is { } column)
        {
            Update.Blend(1 - keep, ops.mean(square, -1), keep, row.value);
            Update.Blend(1 - keep, ops.mean(square, -2), keep, column.value);
            var share = row.value / ops.mean(row.value, -1, keepdims: true);
            mean.assign(ops.expand_dims(share, -1) * ops.expand_dims(column.value, -2));
        }
        else
        {
            Update.Blend(1 - keep, square, keep, mean.value);
        }

        var step = gradient / ops.sqrt(mean.value);
        scale /= MathF.Max(1, Size(step) / (float)clip_threshold);
        Update.Blend(-scale, step, 1, variable.value);
    }

    /// <summary>The root of the mean square.</summary>
    private static float Size(Tensor x) => MathF.Sqrt(ops.mean(ops.square(x)).item());

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config())
    {
        ["beta_2_decay"] = beta_2_decay,
        ["epsilon_1"] = epsilon_1,
        ["epsilon_2"] = epsilon_2,
        ["clip_threshold"] = clip_threshold,
        ["relative_step"] = relative_step,
    };
}

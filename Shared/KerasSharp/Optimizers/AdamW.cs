namespace KerasSharp.Optimizers;

/// <summary>
/// Adam with weight decay (Loshchilov and Hutter 2019).
/// Source: <see href="https://keras.io/api/optimizers/adamw/"/>.
/// </summary>
/// <param name="learning_rate">How far a step goes: a number or a schedule; 0.001 if not given.</param>
/// <param name="weight_decay">Each step first takes this share, times the learning rate, from each variable.</param>
/// <param name="beta_1">How much of the mean gradient stays in each step.</param>
/// <param name="beta_2">How much of the mean squared gradient stays in each step.</param>
/// <param name="epsilon">Keeps the division finite.</param>
/// <param name="amsgrad">Whether the largest mean squared gradient so far counts, not the present one.</param>
/// <param name="kwargs">What all optimizers have.</param>
/// <exception cref="ValueError">There is no weight decay.</exception>
[KerasExport("keras.optimizers.AdamW", "keras.optimizers.experimental.AdamW")]
public sealed class AdamW(
    [KerasDefault(0.001)] LearningRate learning_rate = default, double? weight_decay = 0.004, double beta_1 = 0.9, double beta_2 = 0.999,
    double epsilon = 1e-7, bool amsgrad = false, OptimizerArguments kwargs = default)
    : Adam(learning_rate, beta_1, beta_2, epsilon, amsgrad, kwargs with
    {
        weight_decay = weight_decay ?? throw new ValueError("Missing value of `weight_decay` which is required and must be a float value."),
    });

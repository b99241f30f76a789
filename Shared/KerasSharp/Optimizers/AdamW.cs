using KerasSharp.Optimizers;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class optimizers
        {
            /// <summary>Adam with weight decay (Loshchilov and Hutter 2019).</summary>
            /// <param name="learning_rate">How far a step goes: a number or a schedule.</param>
            /// <param name="beta_1">How much of the mean gradient stays in each step.</param>
            /// <param name="beta_2">How much of the mean squared gradient stays in each step.</param>
            /// <param name="epsilon">Keeps the division finite.</param>
            /// <param name="amsgrad">Whether the largest mean squared gradient so far counts, not the present one.</param>
            /// <param name="weight_decay">Each step first takes this share, times the learning rate, from each variable.</param>
            /// <param name="clipnorm">The largest norm of each gradient.</param>
            /// <param name="clipvalue">The largest absolute value of each element of a gradient.</param>
            /// <param name="global_clipnorm">The largest norm of all gradients together.</param>
            /// <param name="use_ema">Whether an exponential moving average of the variables replaces them in the end.</param>
            /// <param name="ema_momentum">How much of the average stays in each step, in [0, 1].</param>
            /// <param name="ema_overwrite_frequency">After how many steps the average replaces the variables.</param>
            /// <param name="jit_compile">There is nothing to compile: only null and false are taken.</param>
            /// <param name="name">The name, with which the names of the state variables begin.</param>
            public static Optimizers.AdamW AdamW(
                [KerasDefault(0.001)] LearningRate learning_rate = default, double? weight_decay = 0.004, double beta_1 = 0.9, double beta_2 = 0.999,
                double epsilon = 1e-7, bool amsgrad = false,
                double? clipnorm = null, double? clipvalue = null, double? global_clipnorm = null,
                bool use_ema = false, double ema_momentum = 0.99, int? ema_overwrite_frequency = null,
                [KerasDefault(true)] bool? jit_compile = null, string name = "AdamW")
                => new(
                    learning_rate, beta_1, beta_2, epsilon, amsgrad,
                    new(name, weight_decay, clipnorm, clipvalue, global_clipnorm, use_ema, ema_momentum, ema_overwrite_frequency, jit_compile));
        }
    }
}

namespace KerasSharp.Optimizers
{
    /// <summary>
    /// Adam with weight decay (Loshchilov and Hutter 2019).
    /// Source: <see href="https://keras.io/api/optimizers/adamw/"/>.
    /// </summary>
    /// <param name="learning_rate">How far a step goes: a number or a schedule; 0.001 if not given.</param>
    /// <param name="beta_1">How much of the mean gradient stays in each step.</param>
    /// <param name="beta_2">How much of the mean squared gradient stays in each step.</param>
    /// <param name="epsilon">Keeps the division finite.</param>
    /// <param name="amsgrad">Whether the largest mean squared gradient so far counts, not the present one.</param>
    /// <param name="kwargs">What all optimizers have; the weight decay is 0.004 unless given.</param>
    public sealed class AdamW(
        [KerasDefault(0.001)] LearningRate learning_rate = default, double beta_1 = 0.9, double beta_2 = 0.999, double epsilon = 1e-7, bool amsgrad = false,
        OptimizerArguments kwargs = default)
        : Adam(learning_rate, beta_1, beta_2, epsilon, amsgrad, kwargs with { weight_decay = kwargs.weight_decay ?? 0.004 });
}

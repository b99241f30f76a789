using KerasSharp.Backends;
using KerasSharp.Engine;
using KerasSharp.Optimizers;
using KerasSharp.Saving;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class optimizers
        {
            /// <summary>Steps by the mean gradient over the root of the mean squared gradient (Kingma and Ba 2014).</summary>
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
            public static Optimizers.Adam Adam(
                [KerasDefault(0.001)] LearningRate learning_rate = default, double beta_1 = 0.9, double beta_2 = 0.999, double epsilon = 1e-7,
                bool amsgrad = false,
                double? weight_decay = null, double? clipnorm = null, double? clipvalue = null, double? global_clipnorm = null,
                bool use_ema = false, double ema_momentum = 0.99, int? ema_overwrite_frequency = null,
                [KerasDefault(true)] bool? jit_compile = null, string name = "Adam")
                => new(
                    learning_rate, beta_1, beta_2, epsilon, amsgrad,
                    new(name, weight_decay, clipnorm, clipvalue, global_clipnorm, use_ema, ema_momentum, ema_overwrite_frequency, jit_compile));
        }
    }
}

namespace KerasSharp.Optimizers
{
    /// <summary>
    /// Steps by the mean gradient over the root of the mean squared gradient (Kingma and Ba 2014). Epsilon is added to
    /// the root before the bias correction, as Keras does.
    /// Source: <see href="https://keras.io/api/optimizers/adam/"/>.
    /// </summary>
    /// <param name="learning_rate">How far a step goes: a number or a schedule; 0.001 if not given.</param>
    /// <param name="beta_1">How much of the mean gradient stays in each step.</param>
    /// <param name="beta_2">How much of the mean squared gradient stays in each step.</param>
    /// <param name="epsilon">Keeps the division finite.</param>
    /// <param name="amsgrad">Whether the largest mean squared gradient so far counts, not the present one.</param>
    /// <param name="kwargs">What all optimizers have.</param>
    public class Adam(
        [KerasDefault(0.001)] LearningRate learning_rate = default, double beta_1 = 0.9, double beta_2 = 0.999, double epsilon = 1e-7, bool amsgrad = false,
        OptimizerArguments kwargs = default)
        : Optimizer(learning_rate.Or(0.001), kwargs)
    {
        private Variable[] momenta = [];
        private Variable[] velocities = [];
        private Variable[] largest = [];

        /// <inheritdoc/>
        public override void build(IReadOnlyList<Variable> var_list)
        {
            base.build(var_list);
            (momenta, velocities) = AddStates(var_list, "m", "v");

            largest = amsgrad ? AddState(var_list, "vhat") : [];
        }

        /// <inheritdoc/>
        public override void update_step(Tensor gradient, Variable variable)
        {
            // The corrections are computed in float32, as Keras does.
            var correction1 = 1 - MathF.Pow((float)beta_1, Step);
            var correction2 = 1 - MathF.Pow((float)beta_2, Step);
            var alpha = Rate * MathF.Sqrt(correction2) / correction1;
            var i = Position(variable);
            ((IAdam)Backend.Current).Adam(
                variable.value, gradient, momenta[i].value, velocities[i].value, amsgrad ? largest[i].value : null,
                new AdamStep(alpha, (float)(1 - beta_1), (float)(1 - beta_2), (float)epsilon));
        }

        /// <inheritdoc/>
        public override Config get_config() => new(base.get_config())
        {
            ["beta_1"] = beta_1, ["beta_2"] = beta_2, ["epsilon"] = epsilon, ["amsgrad"] = amsgrad,
        };
    }
}

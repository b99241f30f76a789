using KerasSharp.Backends;
using KerasSharp.Engine;
using KerasSharp.Ops;
using KerasSharp.Optimizers;
using KerasSharp.Saving;
using static KerasSharp.keras;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class optimizers
        {
            /// <summary>Adam with Nesterov's momentum (Dozat 2015).</summary>
            /// <param name="learning_rate">How far a step goes: a number or a schedule.</param>
            /// <param name="beta_1">How much of the mean gradient stays in each step.</param>
            /// <param name="beta_2">How much of the mean squared gradient stays in each step.</param>
            /// <param name="epsilon">Keeps the division finite.</param>
            /// <param name="weight_decay">Each step first takes this share, times the learning rate, from each variable.</param>
            /// <param name="clipnorm">The largest norm of each gradient.</param>
            /// <param name="clipvalue">The largest absolute value of each element of a gradient.</param>
            /// <param name="global_clipnorm">The largest norm of all gradients together.</param>
            /// <param name="use_ema">Whether an exponential moving average of the variables replaces them in the end.</param>
            /// <param name="ema_momentum">How much of the average stays in each step, in [0, 1].</param>
            /// <param name="ema_overwrite_frequency">After how many steps the average replaces the variables.</param>
            /// <param name="jit_compile">There is nothing to compile: only null and false are taken.</param>
            /// <param name="name">The name, with which the names of the state variables begin.</param>
            public static Optimizers.Nadam Nadam(
                [KerasDefault(0.001)] LearningRate learning_rate = default, double beta_1 = 0.9, double beta_2 = 0.999, double epsilon = 1e-7,
                double? weight_decay = null, double? clipnorm = null, double? clipvalue = null, double? global_clipnorm = null,
                bool use_ema = false, double ema_momentum = 0.99, int? ema_overwrite_frequency = null,
                [KerasDefault(true)] bool? jit_compile = null, string name = "Nadam")
                => new(
                    learning_rate, beta_1, beta_2, epsilon,
                    new(name, weight_decay, clipnorm, clipvalue, global_clipnorm, use_ema, ema_momentum, ema_overwrite_frequency, jit_compile));
        }
    }
}

namespace KerasSharp.Optimizers
{
    /// <summary>
    /// Adam with Nesterov's momentum (Dozat 2015).
    /// Source: <see href="https://keras.io/api/optimizers/Nadam/"/>.
    /// </summary>
    /// <param name="learning_rate">How far a step goes: a number or a schedule; 0.001 if not given.</param>
    /// <param name="beta_1">How much of the mean gradient stays in each step.</param>
    /// <param name="beta_2">How much of the mean squared gradient stays in each step.</param>
    /// <param name="epsilon">Keeps the division finite.</param>
    /// <param name="kwargs">What all optimizers have.</param>
    public sealed class Nadam(
        [KerasDefault(0.001)] LearningRate learning_rate = default, double beta_1 = 0.9, double beta_2 = 0.999, double epsilon = 1e-7,
        OptimizerArguments kwargs = default)
        : Optimizer(learning_rate.Or(0.001), kwargs)
    {
        private Variable[] momenta = [];
        private Variable[] velocities = [];
        private double product = 1;
        private long productStep;

        /// <inheritdoc/>
        public override void build(IReadOnlyList<Variable> var_list)
        {
            base.build(var_list);
            (momenta, velocities) = AddStates(var_list, "m", "v");
        }

        /// <inheritdoc/>
        public override void update_step(Tensor gradient, Variable variable)
        {
            var i = Position(variable);
            var (momentum, velocity) = (momenta[i].value, velocities[i].value);
            Update.Blend((float)(1 - beta_1), gradient, (float)beta_1, momentum);
            Update.Blend((float)(1 - beta_2), ops.square(gradient), (float)beta_2, velocity);
            double all = Product(Step), now = Momentum(Step), next = Momentum(Step + 1);
            var ahead = (momentum * (float)(next / (1 - (all * next)))) + (gradient * (float)((1 - now) / (1 - all)));
            var scale = ops.sqrt(velocity / (1 - MathF.Pow((float)beta_2, Step))) + (float)epsilon;
            Update.Blend(-Rate, ahead / scale, 1, variable.value);
        }

        /// <summary>The momentum of a step: it grows towards beta_1.</summary>
        private double Momentum(long step) => beta_1 * (1 - (0.5 * Math.Pow(0.96, step)));

        /// <summary>The product of the momenta of all steps so far.</summary>
        private double Product(long step)
        {
            if (step != productStep)
            {
                // One factor per step; the loop is long only after the state was read from a file.
                (product, productStep) = step > productStep ? (product, productStep) : (1, 0);
                while (productStep < step)
                {
                    product *= Momentum(++productStep);
                }
            }

            return product;
        }

        /// <inheritdoc/>
        public override Config get_config() => new(base.get_config()) { ["beta_1"] = beta_1, ["beta_2"] = beta_2, ["epsilon"] = epsilon };
    }
}

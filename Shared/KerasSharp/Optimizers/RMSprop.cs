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
            /// <summary>Divides the gradient by the root of its mean square.</summary>
            /// <param name="learning_rate">How far a step goes: a number or a schedule.</param>
            /// <param name="rho">How much of the mean squared gradient stays in each step.</param>
            /// <param name="momentum">How much of the last step each step repeats, in [0, 1].</param>
            /// <param name="epsilon">Keeps the division finite.</param>
            /// <param name="centered">Whether the mean gradient is subtracted: squares become a variance.</param>
            /// <param name="weight_decay">Each step first takes this share, times the learning rate, from each variable.</param>
            /// <param name="clipnorm">The largest norm of each gradient.</param>
            /// <param name="clipvalue">The largest absolute value of each element of a gradient.</param>
            /// <param name="global_clipnorm">The largest norm of all gradients together.</param>
            /// <param name="use_ema">Whether an exponential moving average of the variables replaces them in the end.</param>
            /// <param name="ema_momentum">How much of the average stays in each step, in [0, 1].</param>
            /// <param name="ema_overwrite_frequency">After how many steps the average replaces the variables.</param>
            /// <param name="jit_compile">There is nothing to compile: only null and false are taken.</param>
            /// <param name="name">The name, with which the names of the state variables begin.</param>
            public static Optimizers.RMSprop RMSprop(
                [KerasDefault(0.001)] LearningRate learning_rate = default, double rho = 0.9, double momentum = 0.0, double epsilon = 1e-7,
                bool centered = false,
                double? weight_decay = null, double? clipnorm = null, double? clipvalue = null, double? global_clipnorm = null,
                bool use_ema = false, double ema_momentum = 0.99, int? ema_overwrite_frequency = 100,
                [KerasDefault(true)] bool? jit_compile = null, string name = "RMSprop")
                => new(
                    learning_rate, rho, momentum, epsilon, centered,
                    new(name, weight_decay, clipnorm, clipvalue, global_clipnorm, use_ema, ema_momentum, ema_overwrite_frequency, jit_compile));
        }
    }
}

namespace KerasSharp.Optimizers
{
    /// <summary>
    /// Divides the gradient by the root of its mean square.
    /// Source: <see href="https://keras.io/api/optimizers/rmsprop/"/>.
    /// </summary>
    /// <param name="learning_rate">How far a step goes: a number or a schedule; 0.001 if not given.</param>
    /// <param name="rho">How much of the mean squared gradient stays in each step.</param>
    /// <param name="momentum">How much of the last step each step repeats, in [0, 1].</param>
    /// <param name="epsilon">Keeps the division finite.</param>
    /// <param name="centered">Whether the mean gradient is subtracted: squares become a variance.</param>
    /// <param name="kwargs">What all optimizers have.</param>
    public sealed class RMSprop(
        [KerasDefault(0.001)] LearningRate learning_rate = default, double rho = 0.9, double momentum = 0.0, double epsilon = 1e-7, bool centered = false,
        OptimizerArguments kwargs = default)
        : Optimizer(learning_rate.Or(0.001), kwargs)
    {
        private Variable[] velocities = [];
        private Variable[] momenta = [];
        private Variable[] means = [];

        /// <inheritdoc/>
        public override void build(IReadOnlyList<Variable> var_list)
        {
            base.build(var_list);
            velocities = AddState(var_list, "velocity");
            momenta = momentum > 0 ? AddState(var_list, "momentum") : [];
            means = centered ? AddState(var_list, "average_gradient") : [];
        }

        /// <inheritdoc/>
        public override void update_step(Tensor gradient, Variable variable)
        {
            var (i, keep) = (Position(variable), (float)rho);
            Update.Blend((float)(1 - rho), ops.square(gradient), keep, velocities[i].value);
            var variance = velocities[i].value;
            if (centered)
            {
                Update.Blend((float)(1 - rho), gradient, keep, means[i].value);
                variance -= ops.square(means[i].value);
            }

            // Epsilon stands inside the root.
            var step = Rate * gradient / ops.sqrt(variance + (float)epsilon);
            if (momentum > 0)
            {
                Update.Blend(1, step, (float)momentum, momenta[i].value);
                step = momenta[i].value;
            }

            Update.Blend(-1, step, 1, variable.value);
        }

        /// <inheritdoc/>
        public override Config get_config() => new(base.get_config())
        {
            ["rho"] = rho, ["momentum"] = momentum, ["epsilon"] = epsilon, ["centered"] = centered,
        };
    }
}

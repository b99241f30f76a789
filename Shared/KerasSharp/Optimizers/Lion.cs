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
            /// <summary>Steps by the sign of the mean gradient: every weight moves by the same distance (Chen et al. 2023).</summary>
            /// <param name="learning_rate">How far a step goes: a number or a schedule.</param>
            /// <param name="beta_1">How much of the mean gradient counts in a step.</param>
            /// <param name="beta_2">How much of the mean gradient stays in each step.</param>
            /// <param name="weight_decay">Each step first takes this share, times the learning rate, from each variable.</param>
            /// <param name="clipnorm">The largest norm of each gradient.</param>
            /// <param name="clipvalue">The largest absolute value of each element of a gradient.</param>
            /// <param name="global_clipnorm">The largest norm of all gradients together.</param>
            /// <param name="use_ema">Whether an exponential moving average of the variables replaces them in the end.</param>
            /// <param name="ema_momentum">How much of the average stays in each step, in [0, 1].</param>
            /// <param name="ema_overwrite_frequency">After how many steps the average replaces the variables.</param>
            /// <param name="jit_compile">There is nothing to compile: only null and false are taken.</param>
            /// <param name="name">The name, with which the names of the state variables begin.</param>
            public static Optimizers.Lion Lion(
                [KerasDefault(0.0001)] LearningRate learning_rate = default, double beta_1 = 0.9, double beta_2 = 0.99,
                double? weight_decay = null, double? clipnorm = null, double? clipvalue = null, double? global_clipnorm = null,
                bool use_ema = false, double ema_momentum = 0.99, int? ema_overwrite_frequency = null,
                [KerasDefault(true)] bool? jit_compile = null, string name = "Lion")
                => new(
                    learning_rate, beta_1, beta_2,
                    new(name, weight_decay, clipnorm, clipvalue, global_clipnorm, use_ema, ema_momentum, ema_overwrite_frequency, jit_compile));
        }
    }
}

namespace KerasSharp.Optimizers
{
    /// <summary>
    /// Steps by the sign of the mean gradient: every weight moves by the same distance (Chen et al. 2023).
    /// Source: <see href="https://keras.io/api/optimizers/lion/"/>.
    /// </summary>
    /// <param name="learning_rate">How far a step goes: a number or a schedule; 0.0001 if not given.</param>
    /// <param name="beta_1">How much of the mean gradient counts in a step.</param>
    /// <param name="beta_2">How much of the mean gradient stays in each step.</param>
    /// <param name="kwargs">What all optimizers have.</param>
    public sealed class Lion(
        [KerasDefault(0.0001)] LearningRate learning_rate = default, double beta_1 = 0.9, double beta_2 = 0.99, OptimizerArguments kwargs = default)
        : Optimizer(learning_rate.Or(0.0001), kwargs)
    {
        private Variable[] momenta = [];

        /// <inheritdoc/>
        public override void build(IReadOnlyList<Variable> var_list)
        {
            base.build(var_list);
            momenta = AddState(var_list, "m");
        }

        /// <inheritdoc/>
        public override void update_step(Tensor gradient, Variable variable)
        {
            var momentum = momenta[Position(variable)].value;
            var direction = ops.sign((momentum * (float)beta_1) + (gradient * (float)(1 - beta_1)));
            Update.Blend(-Rate, direction, 1, variable.value);
            Update.Blend((float)(1 - beta_2), gradient, (float)beta_2, momentum);
        }

        /// <inheritdoc/>
        public override Config get_config() => new(base.get_config()) { ["beta_1"] = beta_1, ["beta_2"] = beta_2 };
    }
}

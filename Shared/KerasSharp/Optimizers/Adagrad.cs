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
            /// <summary>Divides the gradient by the root of the sum of its squares: each weight has its own falling rate.</summary>
            /// <param name="learning_rate">How far a step goes: a number or a schedule.</param>
            /// <param name="initial_accumulator_value">Where the sums of squared gradients start.</param>
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
            public static Optimizers.Adagrad Adagrad(
                [KerasDefault(0.001)] LearningRate learning_rate = default, double initial_accumulator_value = 0.1, double epsilon = 1e-7,
                double? weight_decay = null, double? clipnorm = null, double? clipvalue = null, double? global_clipnorm = null,
                bool use_ema = false, double ema_momentum = 0.99, int? ema_overwrite_frequency = null,
                [KerasDefault(true)] bool? jit_compile = null, string name = "Adagrad")
                => new(
                    learning_rate, initial_accumulator_value, epsilon,
                    new(name, weight_decay, clipnorm, clipvalue, global_clipnorm, use_ema, ema_momentum, ema_overwrite_frequency, jit_compile));
        }
    }
}

namespace KerasSharp.Optimizers
{
    /// <summary>
    /// Divides the gradient by the root of the sum of its squares: each weight has its own falling rate.
    /// Source: <see href="https://keras.io/api/optimizers/adagrad/"/>.
    /// </summary>
    /// <param name="learning_rate">How far a step goes: a number or a schedule; 0.001 if not given.</param>
    /// <param name="initial_accumulator_value">Where the sums of squared gradients start.</param>
    /// <param name="epsilon">Keeps the division finite.</param>
    /// <param name="kwargs">What all optimizers have.</param>
    public sealed class Adagrad(
        [KerasDefault(0.001)] LearningRate learning_rate = default, double initial_accumulator_value = 0.1, double epsilon = 1e-7,
        OptimizerArguments kwargs = default)
        : Optimizer(learning_rate.Or(0.001), kwargs)
    {
        private Variable[] accumulators = [];

        /// <inheritdoc/>
        public override void build(IReadOnlyList<Variable> var_list)
        {
            base.build(var_list);
            accumulators = AddState(var_list, "accumulator", initial_accumulator_value);
        }

        /// <inheritdoc/>
        public override void update_step(Tensor gradient, Variable variable)
        {
            var sum = accumulators[Position(variable)].value;
            Update.Blend(1, ops.square(gradient), 1, sum);
            Update.Blend(-Rate, gradient / ops.sqrt(sum + (float)epsilon), 1, variable.value);
        }

        /// <inheritdoc/>
        public override Config get_config() => new(base.get_config()) { ["initial_accumulator_value"] = initial_accumulator_value, ["epsilon"] = epsilon };
    }
}

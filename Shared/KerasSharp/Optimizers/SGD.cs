using KerasSharp.Backends;
using KerasSharp.Engine;
using KerasSharp.Ops;
using KerasSharp.Optimizers;
using KerasSharp.Saving;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class optimizers
        {
            /// <summary>Stochastic gradient descent, with momentum if asked.</summary>
            /// <param name="learning_rate">How far a step goes: a number or a schedule.</param>
            /// <param name="momentum">How much of the last step each step repeats, in [0, 1].</param>
            /// <param name="nesterov">Whether the gradient counts as if taken after the repeated step.</param>
            /// <param name="weight_decay">Each step first takes this share, times the learning rate, from each variable.</param>
            /// <param name="clipnorm">The largest norm of each gradient.</param>
            /// <param name="clipvalue">The largest absolute value of each element of a gradient.</param>
            /// <param name="global_clipnorm">The largest norm of all gradients together.</param>
            /// <param name="use_ema">Whether an exponential moving average of the variables replaces them in the end.</param>
            /// <param name="ema_momentum">How much of the average stays in each step, in [0, 1].</param>
            /// <param name="ema_overwrite_frequency">After how many steps the average replaces the variables.</param>
            /// <param name="jit_compile">There is nothing to compile: only null and false are taken.</param>
            /// <param name="name">The name, with which the names of the state variables begin.</param>
            public static Optimizers.SGD SGD(
                [KerasDefault(0.01)] LearningRate learning_rate = default, double momentum = 0.0, bool nesterov = false,
                double? weight_decay = null, double? clipnorm = null, double? clipvalue = null, double? global_clipnorm = null,
                bool use_ema = false, double ema_momentum = 0.99, int? ema_overwrite_frequency = null,
                [KerasDefault(true)] bool? jit_compile = null, string name = "SGD")
                => new(
                    learning_rate, momentum, nesterov,
                    new(name, weight_decay, clipnorm, clipvalue, global_clipnorm, use_ema, ema_momentum, ema_overwrite_frequency, jit_compile));
        }
    }
}

namespace KerasSharp.Optimizers
{
    /// <summary>
    /// Stochastic gradient descent, with momentum if asked.
    /// Source: <see href="https://keras.io/api/optimizers/sgd/"/>.
    /// </summary>
    /// <param name="learning_rate">How far a step goes: a number or a schedule; 0.01 if not given.</param>
    /// <param name="momentum">How much of the last step each step repeats, in [0, 1].</param>
    /// <param name="nesterov">Whether the gradient counts as if taken after the repeated step.</param>
    /// <param name="kwargs">What all optimizers have.</param>
    public sealed class SGD(
        [KerasDefault(0.01)] LearningRate learning_rate = default, double momentum = 0.0, bool nesterov = false, OptimizerArguments kwargs = default)
        : Optimizer(learning_rate.Or(0.01), kwargs)
    {
        private Variable[] steps = [];

        /// <summary>How much of the last step each step repeats.</summary>
        public double momentum { get; } = momentum is >= 0 and <= 1 ? momentum : throw new ValueError("`momentum` must be between [0, 1].");

        /// <summary>Whether the gradient counts as if taken after the repeated step.</summary>
        public bool nesterov { get; } = nesterov;

        /// <inheritdoc/>
        public override void build(IReadOnlyList<Variable> var_list)
        {
            base.build(var_list);
            steps = AddState(var_list, "m");
        }

        /// <inheritdoc/>
        public override void update_step(Tensor gradient, Variable variable)
        {
            // m = momentum · m - rate · g: Keras keeps it with momentum 0 too, and it is in its files.
            var step = steps[Position(variable)].value;
            Update.Blend(-Rate, gradient, (float)momentum, step);
            if (nesterov)
            {
                Update.Blend((float)momentum, step, 1, variable.value);
                Update.Blend(-Rate, gradient, 1, variable.value);
            }
            else
            {
                Update.Blend(1, step, 1, variable.value);
            }
        }

        /// <inheritdoc/>
        public override Config get_config() => new(base.get_config()) { ["momentum"] = momentum, ["nesterov"] = nesterov };
    }
}

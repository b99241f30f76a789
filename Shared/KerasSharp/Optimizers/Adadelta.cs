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
            /// <summary>Scales the gradient by the root of mean squared steps over that of mean squared gradients (Zeiler 2012).</summary>
            /// <param name="learning_rate">How far a step goes: a number or a schedule.</param>
            /// <param name="rho">How much of the mean squared gradient stays in each step.</param>
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
            public static Optimizers.Adadelta Adadelta(
                [KerasDefault(0.001)] LearningRate learning_rate = default, double rho = 0.95, double epsilon = 1e-7,
                double? weight_decay = null, double? clipnorm = null, double? clipvalue = null, double? global_clipnorm = null,
                bool use_ema = false, double ema_momentum = 0.99, int? ema_overwrite_frequency = null,
                [KerasDefault(true)] bool? jit_compile = null, string name = "Adadelta")
                => new(
                    learning_rate, rho, epsilon,
                    new(name, weight_decay, clipnorm, clipvalue, global_clipnorm, use_ema, ema_momentum, ema_overwrite_frequency, jit_compile));
        }
    }
}

namespace KerasSharp.Optimizers
{
    /// <summary>
    /// Scales the gradient by the root of mean squared steps over that of mean squared gradients (Zeiler 2012).
    /// Source: <see href="https://keras.io/api/optimizers/adadelta/"/>.
    /// </summary>
    /// <param name="learning_rate">How far a step goes: a number or a schedule; 0.001 if not given.</param>
    /// <param name="rho">How much of the mean squared gradient stays in each step.</param>
    /// <param name="epsilon">Keeps the division finite.</param>
    /// <param name="kwargs">What all optimizers have.</param>
    public sealed class Adadelta(
        [KerasDefault(0.001)] LearningRate learning_rate = default, double rho = 0.95, double epsilon = 1e-7, OptimizerArguments kwargs = default)
        : Optimizer(learning_rate.Or(0.001), kwargs)
    {
        private Variable[] gradients = [];
        private Variable[] steps = [];

        /// <inheritdoc/>
        public override void build(IReadOnlyList<Variable> var_list)
        {
            base.build(var_list);
            (gradients, steps) = AddStates(var_list, "accumulated_grad", "accumulated_delta_var");
        }

        /// <inheritdoc/>
        public override void update_step(Tensor gradient, Variable variable)
        {
            var (i, keep, rest) = (Position(variable), (float)rho, (float)(1 - rho));
            Update.Blend(rest, ops.square(gradient), keep, gradients[i].value);
            var step = -Root(steps[i].value) * gradient / Root(gradients[i].value);
            Update.Blend(rest, ops.square(step), keep, steps[i].value);
            Update.Blend(Rate, step, 1, variable.value);
        }

        private Tensor Root(Tensor mean) => ops.sqrt(mean + (float)epsilon);

        /// <inheritdoc/>
        public override Config get_config() => new(base.get_config()) { ["rho"] = rho, ["epsilon"] = epsilon };
    }
}

namespace KerasSharp.Optimizers;

/// <summary>
/// The arguments that every Keras optimizer takes beside its own. A factory such as <c>keras.optimizers.Adam</c> lists them one by one;
/// a class takes them together.
/// </summary>
/// <param name="weight_decay">Each step first takes this share, times the learning rate, from each variable.</param>
/// <param name="clipnorm">The largest norm of each gradient.</param>
/// <param name="clipvalue">The largest absolute value of each element of a gradient.</param>
/// <param name="global_clipnorm">The largest norm of all gradients together.</param>
/// <param name="use_ema">Whether an exponential moving average of the variables is kept, which replaces them in the end.</param>
/// <param name="ema_momentum">How much of the average stays in each step, in [0, 1]; 0.99 if not given.</param>
/// <param name="ema_overwrite_frequency">After how many steps the average replaces the variables; only in the end if not given.</param>
/// <param name="jit_compile">There is nothing to compile: only null and false are taken.</param>
/// <param name="name">The name, with which the names of the state variables begin; the class's if not given.</param>
[KerasArguments(NamedAfterClass = true)]
public readonly record struct OptimizerArguments(
    double? weight_decay = null,
    double? clipnorm = null,
    double? clipvalue = null,
    double? global_clipnorm = null,
    bool use_ema = false,
    [KerasDefault(0.99)] double? ema_momentum = null,
    int? ema_overwrite_frequency = null,
    [KerasDefault(true)] bool? jit_compile = null,
    string? name = null);

using KerasSharp.Engine;
using KerasSharp.Ops;
using KerasSharp.Optimizers.Schedules;
using KerasSharp.Saving;
using NumSharp;

namespace KerasSharp.Optimizers;

/// <summary>
/// Changes variables by their gradients. A derived class makes its state in <see cref="build"/> and changes one variable in
/// <see cref="update_step"/>; clipping, weight decay, averages and constraints are done here. A string serves wherever an optimizer does:
/// <c>"adam"</c>. Source: <see href="https://keras.io/api/optimizers/"/>.
/// </summary>
public abstract partial class Optimizer : IConfigurable
{
    private readonly LearningRateSchedule? schedule;
    private readonly Variable iteration = new(keras.ops.cast(Tensor.Scalar(0), "int32"), "iteration:0", trainable: false);
    private float rate;

    /// <summary>An optimizer with the arguments that all have.</summary>
    /// <param name="learning_rate">A number or a schedule.</param>
    /// <param name="kwargs">The other arguments.</param>
    /// <exception cref="ValueError">A momentum is out of range, or an argument is not supported.</exception>
    protected Optimizer(LearningRate learning_rate, OptimizerArguments kwargs = default)
    {
        name = kwargs.name ?? GetType().Name;
        (weight_decay, clipnorm, clipvalue, global_clipnorm) = (kwargs.weight_decay, kwargs.clipnorm, kwargs.clipvalue, kwargs.global_clipnorm);
        (use_ema, ema_momentum, ema_overwrite_frequency) = (kwargs.use_ema, kwargs.ema_momentum ?? 0.99, kwargs.ema_overwrite_frequency);
        if (use_ema && ema_momentum is not (>= 0 and <= 1))
        {
            throw new ValueError($"`ema_momentum` must be in the range [0, 1]. Received: ema_momentum={Python.PythonFormat.Repr(ema_momentum)}");
        }

        if (use_ema && ema_overwrite_frequency is < 1)
        {
            throw new ValueError($"`ema_overwrite_frequency` must be an integer > 1 or None. Received: ema_overwrite_frequency={ema_overwrite_frequency}");
        }

        if (kwargs.jit_compile == true)
        {
            throw new ValueError("`jit_compile=True` is not supported: there is no graph to compile. Received: jit_compile=True");
        }

        schedule = learning_rate.schedule;
        rate = (float)(learning_rate.value ?? 0);
        variables = stateVariables;
        stateVariables.Add(iteration);
    }

    /// <summary>The name, with which the names of the state variables begin.</summary>
    public string name { get; }

    /// <summary>The share of each variable that a step takes away, times the learning rate; null for none.</summary>
    public double? weight_decay { get; }

    /// <summary>The largest norm of each gradient; null for any.</summary>
    public double? clipnorm { get; }

    /// <summary>The largest absolute value in a gradient; null for any.</summary>
    public double? clipvalue { get; }

    /// <summary>The largest norm of all gradients together; null for any.</summary>
    public double? global_clipnorm { get; }

    /// <summary>Whether a moving average of the variables is kept.</summary>
    public bool use_ema { get; }

    /// <summary>How much of the moving average stays in each step.</summary>
    public double ema_momentum { get; }

    /// <summary>After how many steps the average replaces the variables; null: only in the end.</summary>
    public int? ema_overwrite_frequency { get; }

    /// <summary>The string that this optimizer was asked for by, which <c>compile_config</c> keeps; null for an object.</summary>
    public string? identifier { get; internal set; }

    /// <summary>The learning rate of the next step. It is held as float32, as Keras does: 0.001 reads 0.0010000000474974513.</summary>
    /// <exception cref="TypeError">It is set although a schedule was given, in Keras's words.</exception>
    public double learning_rate
    {
        get => schedule is null ? rate : (float)schedule.call(iterations);
        set => rate = schedule is null ? (float)value
            : throw new TypeError("This optimizer was created with a `LearningRateSchedule` object as its `learning_rate` constructor argument, hence its "
                + "learning rate is not settable. If you need the learning rate to be settable, you should instantiate the optimizer with a float "
                + "`learning_rate` argument.");
    }

    /// <summary>The old name of <see cref="learning_rate"/>.</summary>
    public double lr
    {
        get => learning_rate;
        set => learning_rate = value;
    }

    /// <summary>Steps taken so far.</summary>
    public long iterations
    {
        get
        {
            Span<int> value = stackalloc int[1];
            iteration.value.CopyTo(value);
            return value[0];
        }

        set => iteration.assign([checked((int)value)]);
    }

    /// <summary>
    /// The state in Keras's order: <c>iteration:0</c> (a scalar, int32 here and int64 in files), then what <see cref="build"/> made, such as
    /// <c>Adam/m/dense/kernel:0</c>.
    /// </summary>
    public IReadOnlyList<Variable> variables { get; }

    /// <summary>Copies of the state, in the order of <see cref="variables"/>.</summary>
    public List<NDArray> get_weights() => [.. variables.Select(v => v.value.numpy())];

    /// <summary>Replaces the state, in the order of <see cref="variables"/>.</summary>
    /// <exception cref="ValueError">The optimizer is not built, or number or shapes differ, in Keras's words.</exception>
    public void set_weights(IReadOnlyList<NDArray> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        if (!built)
        {
            throw new ValueError("You are calling `set_weights()` on an optimizer that has not yet been built. Please call "
                + "`optimizer.build(trainable_variables)` to create the optimizer weights before calling `set_weights()`.");
        }

        for (var i = 0; i < Math.Min(weights.Count, variables.Count); i++)
        {
            var value = keras.ops.cast(Tensor.From(weights[i]), variables[i].dtype.Name());
            if (!Shapes.Same(value.Dims, variables[i].value.Dims))
            {
                throw new ValueError(
                    $"Optimizer variable {variables[i].name} has shape {variables[i].shape} not compatible with provided weight shape {value.shape}.");
            }

            variables[i].assign(value);
        }

        if (weights.Count != variables.Count)
        {
            throw new ValueError($"The optimizer has {variables.Count} variables. Received: {weights.Count} weights.");
        }
    }

    /// <summary>The constructor's arguments, as Keras writes them.</summary>
    public virtual Config get_config() => new()
    {
        ["name"] = name,
        ["weight_decay"] = weight_decay,
        ["clipnorm"] = clipnorm,
        ["global_clipnorm"] = global_clipnorm,
        ["clipvalue"] = clipvalue,
        ["use_ema"] = use_ema,
        ["ema_momentum"] = ema_momentum,
        ["ema_overwrite_frequency"] = ema_overwrite_frequency,
        ["jit_compile"] = false,
        ["is_legacy_optimizer"] = false,
        ["learning_rate"] = schedule is null ? (double)rate : ObjectRegistry.Serialize(schedule),
    };

    /// <summary>The text for messages.</summary>
    public override string ToString() => identifier ?? name;

    /// <summary>The optimizer of a name, such as <c>"adam"</c>.</summary>
    /// <exception cref="ValueError">The name is unknown.</exception>
    public static implicit operator Optimizer(string identifier) => keras.optimizers.get(identifier);
}

using System.Text.RegularExpressions;
using KerasSharp.Backends;
using KerasSharp.Engine;
using KerasSharp.Ops;
using KerasSharp.Utils;
using static KerasSharp.keras;

namespace KerasSharp.Optimizers;

// State, and what a step does with it. A warm step allocates next to nothing: no LINQ here.
public abstract partial class Optimizer
{
    private readonly List<Variable> stateVariables = [];
    private readonly Dictionary<Variable, int> positions = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Variable> withoutDecay = new(ReferenceEqualityComparer.Instance);
    private readonly List<Regex> namesWithoutDecay = [];
    private Variable[] averages = [];
    private Tensor?[] clipped = [];
    private bool hasWarned;

    /// <summary>Whether the state exists.</summary>
    public bool built { get; private set; }

    /// <summary>The number of the step that is being done, counted from 1, for <see cref="update_step"/>.</summary>
    protected long Step { get; private set; }

    /// <summary>The learning rate of the step that is being done, for <see cref="update_step"/>.</summary>
    protected float Rate { get; private set; }

    /// <summary>The schedule that was given as learning rate; null if a number was.</summary>
    private protected bool HasSchedule => schedule is not null;

    /// <summary>Makes the state (momenta, …) for these variables; once, before the first step. A derived class calls this first.</summary>
    public virtual void build(IReadOnlyList<Variable> var_list)
    {
        ArgumentNullException.ThrowIfNull(var_list);
        built = true;
        for (var i = 0; i < var_list.Count; i++)
        {
            positions[var_list[i]] = i;
        }

        if (use_ema)
        {
            averages = AddState(var_list, "average");
            for (var i = 0; i < averages.Length; i++)
            {
                averages[i].assign(var_list[i].value);
            }
        }
    }

    /// <summary>Changes one variable by its gradient, both of one shape. Called by <see cref="apply_gradients"/>.</summary>
    public abstract void update_step(Tensor gradient, Variable variable);

    /// <summary>
    /// One step: clips the gradients, decays the weights, changes each variable by its gradient, keeps the averages and applies constraints.
    /// A null gradient leaves its variable as it is.
    /// </summary>
    /// <exception cref="ValueError">All gradients are null, or a gradient has not the shape of its variable.</exception>
    /// <exception cref="KeyError">A variable is unknown to the optimizer.</exception>
    public void apply_gradients(IEnumerable<(Tensor? gradient, Variable variable)> grads_and_vars)
    {
        ArgumentNullException.ThrowIfNull(grads_and_vars);
        ApplyGradients(grads_and_vars as IReadOnlyList<(Tensor?, Variable)> ?? [.. grads_and_vars]);
    }

    private void ApplyGradients(IReadOnlyList<(Tensor? gradient, Variable variable)> grads_and_vars)
    {
        if (!built)
        {
            build([.. grads_and_vars.Select(pair => pair.variable)]);
        }

        // The intermediate results of a step go back to the pool at its end.
        using var scope = TensorScope.Begin();
        Check(grads_and_vars);
        Clip(grads_and_vars);
        (Step, Rate) = (iterations + 1, (float)learning_rate);
        for (var i = 0; i < grads_and_vars.Count; i++)
        {
            var variable = grads_and_vars[i].variable;
            if (clipped[i] is { } gradient)
            {
                if (weight_decay is { } decay && Decays(variable))
                {
                    Update.Blend(-(float)decay * Rate, variable.value, 1, variable.value);
                }

                update_step(gradient, variable);
                KeepAverage(variable);
                if (variable.constraint is { } constraint)
                {
                    variable.assign(constraint.call(variable.value));
                }
            }
        }

        Array.Clear(clipped);
        iterations = Step;
    }

    /// <summary>Lets variables go without weight decay; before <see cref="build"/>.</summary>
    /// <param name="var_list">The variables.</param>
    /// <param name="var_names">Regular expressions, found anywhere in the variables' names.</param>
    /// <exception cref="ValueError">The optimizer is built, in Keras's words.</exception>
    public void exclude_from_weight_decay(IEnumerable<Variable>? var_list = null, IEnumerable<string>? var_names = null)
    {
        if (built)
        {
            throw new ValueError("`exclude_from_weight_decay()` can only be configued before the optimizer is built.");
        }

        withoutDecay.Clear();
        withoutDecay.UnionWith(var_list ?? []);
        namesWithoutDecay.Clear();
        namesWithoutDecay.AddRange((var_names ?? []).Select(pattern => new Regex(pattern)));
    }

    /// <summary>The end of training: with <c>use_ema</c> the averages replace the variables.</summary>
    public void finalize_variable_values(IReadOnlyList<Variable> var_list)
    {
        ArgumentNullException.ThrowIfNull(var_list);
        if (use_ema && built)
        {
            for (var i = 0; i < var_list.Count; i++)
            {
                var_list[i].assign(averages[Position(var_list[i])].value);
            }
        }
    }

    /// <summary>A state variable per variable, of its shape, called <c>Adam/m/dense/kernel:0</c>.</summary>
    /// <param name="var_list">The variables.</param>
    /// <param name="variable_name">What it holds: <c>m</c>.</param>
    /// <param name="initial_value">The value of all elements.</param>
    protected Variable[] AddState(IReadOnlyList<Variable> var_list, string variable_name, double initial_value = 0)
    {
        ArgumentNullException.ThrowIfNull(var_list);
        var state = new Variable[var_list.Count];
        for (var i = 0; i < state.Length; i++)
        {
            state[i] = add_variable_from_reference(var_list[i], variable_name, initial_value);
        }

        return state;
    }

    /// <summary>Two state variables for each variable, side by side: the order in which Keras's files list them (m, v, m, v).</summary>
    /// <param name="var_list">The variables.</param>
    /// <param name="first">What the first holds: <c>m</c>.</param>
    /// <param name="second">What the second holds: <c>v</c>.</param>
    /// <param name="first_value">The value of all elements of the first; the second begins with 0.</param>
    protected (Variable[] First, Variable[] Second) AddStates(IReadOnlyList<Variable> var_list, string first, string second, double first_value = 0)
    {
        ArgumentNullException.ThrowIfNull(var_list);
        var states = (First: new Variable[var_list.Count], Second: new Variable[var_list.Count]);
        for (var i = 0; i < var_list.Count; i++)
        {
            states.First[i] = add_variable_from_reference(var_list[i], first, first_value);
            states.Second[i] = add_variable_from_reference(var_list[i], second);
        }

        return states;
    }

    /// <summary>A state variable for one variable.</summary>
    /// <param name="model_variable">The variable.</param>
    /// <param name="variable_name">What it holds: <c>m</c>.</param>
    /// <param name="initial_value">The value of all elements.</param>
    /// <param name="shape">Its shape; that of the variable if not given.</param>
    protected Variable add_variable_from_reference(Variable model_variable, string variable_name, double initial_value = 0, TensorShape shape = default)
    {
        ArgumentNullException.ThrowIfNull(model_variable);
        int[] dims = shape.is_given ? shape.ToDims() : model_variable.value.DimsArray;
        var state = new Variable(Tensor.Full((float)initial_value, dims), $"{name}/{variable_name}/{model_variable.name}", trainable: false);
        stateVariables.Add(state);
        return state;
    }

    /// <summary>The position of a variable in the list that <see cref="build"/> got.</summary>
    /// <exception cref="KeyError">The optimizer does not know it, in Keras's words.</exception>
    protected int Position(Variable variable) => positions.TryGetValue(variable, out var position) ? position
        : throw new KeyError($"The optimizer cannot recognize variable {variable?.name}. This usually means you are trying to call the optimizer to "
            + "update different parts of the model separately. Please call `optimizer.build(variables)` with the full list of trainable variables before the training loop.");

    // All before the first variable changes.
    private void Check(IReadOnlyList<(Tensor? Gradient, Variable Variable)> pairs)
    {
        var missing = 0;
        for (var i = 0; i < pairs.Count; i++)
        {
            if (pairs[i].Gradient is not { } gradient)
            {
                missing++;
            }
            else if (!Shapes.Same(gradient.Dims, pairs[i].Variable.value.Dims))
            {
                throw new InvalidArgumentError($"Incompatible shapes: {Shapes.Text(gradient.DimsArray)} vs. {Shapes.Text(pairs[i].Variable.value.DimsArray)}: "
                    + $"the gradient's and that of the variable '{pairs[i].Variable.name}'");
            }
            else
            {
                Position(pairs[i].Variable);
            }
        }

        if (missing > 0 && missing == pairs.Count)
        {
            var provided = pairs.Select(pair => $"(None, {pair.Variable})").ToArray();
            throw new ValueError($"No gradients provided for any variable: ([{Names(pairs)}],). "
                + $"Provided `grads_and_vars` is ({string.Join(", ", provided)}{(provided.Length == 1 ? "," : "")}).");
        }

        // Keras says it while it traces the step, so once.
        if (missing > 0 && !hasWarned)
        {
            hasWarned = true;
            KerasConsole.Warn($"Gradients do not exist for variables [{Names(pairs.Where(pair => pair.Gradient is null))}] when minimizing the loss. "
                + "If you're using `model.compile()`, did you forget to provide a `loss` argument?");
        }
    }

    private static string Names(IEnumerable<(Tensor? Gradient, Variable Variable)> pairs) => string.Join(", ", pairs.Select(pair => $"'{pair.Variable.name}'"));

    /// <summary>Of several clip settings one acts, as in Keras: the first of clipnorm, global_clipnorm, clipvalue.</summary>
    private void Clip(IReadOnlyList<(Tensor? Gradient, Variable Variable)> pairs)
    {
        if (clipped.Length != pairs.Count)
        {
            clipped = new Tensor?[pairs.Count];
        }

        var all = clipnorm is > 0 || global_clipnorm is not > 0 ? 1 : Scale(GlobalNorm(pairs), (float)global_clipnorm);
        for (var i = 0; i < pairs.Count; i++)
        {
            clipped[i] = pairs[i].Gradient switch
            {
                null => null,
                { } g when clipnorm is > 0 => Scaled(g, Scale(MathF.Sqrt(ops.sum(ops.square(g)).item()), (float)clipnorm)),
                { } g when global_clipnorm is > 0 => Scaled(g, all),
                { } g when clipvalue is > 0 => ops.clip(g, -(float)clipvalue, (float)clipvalue),
                { } g => g,
            };
        }
    }

    private static float GlobalNorm(IReadOnlyList<(Tensor? Gradient, Variable Variable)> pairs)
    {
        var sum = 0.0;
        for (var i = 0; i < pairs.Count; i++)
        {
            sum += pairs[i].Gradient is { } g ? ops.sum(ops.square(g)).item() : 0;
        }

        return (float)Math.Sqrt(sum);
    }

    private static float Scale(float norm, float largest) => norm <= largest ? 1 : largest / norm;

    private static Tensor Scaled(Tensor gradient, float factor) => factor == 1 ? gradient : gradient * factor;

    private bool Decays(Variable variable)
    {
        foreach (var pattern in namesWithoutDecay)
        {
            if (pattern.IsMatch(variable.name))
            {
                return false;
            }
        }

        return !withoutDecay.Contains(variable);
    }

    private void KeepAverage(Variable variable)
    {
        if (use_ema)
        {
            var average = averages[Position(variable)];
            Update.Blend((float)(1 - ema_momentum), variable.value, (float)ema_momentum, average.value);
            if (ema_overwrite_frequency is { } frequency && Step % frequency == 0)
            {
                variable.assign(average.value);
            }
        }
    }
}

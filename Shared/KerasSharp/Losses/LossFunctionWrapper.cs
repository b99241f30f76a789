using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp.Losses;

/// <summary>A loss that is a function of (y_true, y_pred) with some arguments fixed. All of Keras's losses are of this kind.</summary>
public class LossFunctionWrapper : Loss
{
    private readonly Func<Tensor, Tensor, Tensor> function;
    private readonly Config arguments;

    /// <summary>A loss of this function.</summary>
    /// <param name="fn">Gives each sample's loss.</param>
    /// <param name="reduction"><c>auto</c>, <c>sum_over_batch_size</c>, <c>sum</c>, <c>none</c>.</param>
    /// <param name="name">The name; the function's own if not given.</param>
    public LossFunctionWrapper(Func<Tensor, Tensor, Tensor> fn, string reduction = "auto", string? name = null)
        : this(fn, reduction, name, FunctionNames.Of(fn), [])
    {
    }

    /// <summary>One of Keras's losses, with the arguments that go into its configuration.</summary>
    private protected LossFunctionWrapper(Func<Tensor, Tensor, Tensor> fn, string reduction, string? name, string functionName, Config arguments)
        : base(reduction, name ?? functionName)
    {
        ArgumentNullException.ThrowIfNull(fn);
        (function, fn_name, this.arguments) = (fn, functionName, arguments);
    }

    /// <summary>The function's name, such as <c>mean_squared_error</c>.</summary>
    public string fn_name { get; }

    /// <inheritdoc/>
    public override Tensor call(Tensor y_true, Tensor y_pred)
    {
        LossesUtils.Squeeze(ref y_true, ref y_pred);
        return function(y_true, y_pred);
    }

    /// <inheritdoc/>
    internal override Tensor CallAsIs(Tensor y_true, Tensor y_pred) => function(y_true, y_pred);

    /// <inheritdoc/>
    public override Config get_config()
    {
        var config = base.get_config();
        foreach (var (key, value) in arguments)
        {
            config[key] = value;
        }

        config["fn"] = fn_name;
        return config;
    }
}

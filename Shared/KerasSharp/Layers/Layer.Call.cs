using KerasSharp.Engine;
using KerasSharp.Ops;
using NumSharp;
using DType = KerasSharp.Engine.DType;

namespace KerasSharp.Layers;

// Calling a layer.
public abstract partial class Layer
{
    /// <summary>
    /// <c>layer(inputs)</c>: checks the input, builds the layer at the first call, computes. On symbolic tensors (<c>keras.Input</c>) nothing
    /// is computed: the call becomes a part of a model.
    /// </summary>
    /// <param name="inputs">A tensor, or several: <c>[a, b]</c>, <c>new Tensors { ["a"] = a }</c>; arrays convert.</param>
    /// <param name="training">Whether this is training; that of the call around it if not given; then the default value in the class's <c>call</c>; else inference.</param>
    /// <param name="mask">Which steps count; the mask that travels with the inputs if not given. Python's <c>mask=None</c>, which hides that, is an entry of <paramref name="kwargs"/>.</param>
    /// <param name="initial_state">The states that a recurrent layer begins with.</param>
    /// <param name="kwargs">Further arguments by name, which <see cref="call(Nest{Tensor}, in CallArguments)"/> reads.</param>
    /// <returns>A tensor, or several in one object: <c>var (y, h, c) = lstm.apply(x)</c>.</returns>
    /// <exception cref="ValueError">The input does not fit, in Keras's words.</exception>
    /// <exception cref="TypeError">The input is null, or one of several, or the class's <c>call</c> reads no argument of a name in <paramref name="kwargs"/>.</exception>
    public Tensor apply(
        Tensor inputs, bool? training = null, Tensor? mask = null, Tensor? initial_state = null, IReadOnlyDictionary<string, object?>? kwargs = null)
    {
        if (inputs is null || (inputs is Tensors several && several.Nest.flatten().Contains(null!)))
        {
            throw new TypeError($"Inputs to a layer should be tensors. Got 'None' (of type <class 'NoneType'>) as input for layer '{name}'.");
        }

        if (kwargs?.Keys.FirstOrDefault(key => !TakesArgument(key)) is { } unknown)
        {
            throw new TypeError($"{GetType().Name}.call() got an unexpected keyword argument '{unknown}'");
        }

        var arguments = new CallArguments(training, mask?.Nest, initial_state?.Nest, kwargs);
        PrepareCall(ref inputs, ref arguments);
        if (EngineState.Current.CallDepth > 0)
        {
            return Invoke(inputs, arguments);
        }

        if (IsSymbolicCall(inputs, arguments))
        {
            return Connect(inputs, arguments);
        }

        // As in Keras, `losses` holds the penalties of the last call.
        if (HasLosses)
        {
            ClearLosses();
        }

        return Invoke(inputs, arguments);
    }

    /// <summary>Computes the output of one tensor. Override this, or the form for several inputs, masks and states; else the input goes on.</summary>
    /// <param name="inputs">The input, batch first.</param>
    /// <param name="training">Whether this is training; null means inference.</param>
    public virtual Tensor call(Tensor inputs, bool? training = null) => inputs;

    /// <summary>Computes the outputs, with all that a call may bring. By default the simple form of <c>call</c> does it.</summary>
    /// <param name="inputs">The inputs, batch first.</param>
    /// <param name="args">training, mask, states and further arguments.</param>
    public virtual Tensor call(Nest<Tensor> inputs, in CallArguments args)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return call(inputs.IsLeaf ? inputs.Value : new Tensors(inputs), args.training);
    }

    /// <summary>Lets a layer sort its arguments before all else, as recurrent layers do with symbolic states.</summary>
    private protected virtual void PrepareCall(ref Tensor inputs, ref CallArguments arguments)
    {
    }

    /// <summary>Whether <c>call</c> reads a further argument of this name: a user's own may read any, through <see cref="CallArguments"/>.</summary>
    private protected virtual bool TakesArgument(string argument) => argument == "mask" || OverridesOutside(nameof(call), typeof(Nest<Tensor>), typeof(CallArguments).MakeByRefType());

    /// <summary>Calls the layer again as a recorded call says, in a model that is being computed.</summary>
    internal virtual Tensor Replay(object? first, IReadOnlyDictionary<string, object?> keywords)
        => Invoke(Tensors.Of((Nest<Tensor>)first!), CallArguments.Of(keywords));

    /// <summary>Checks, builds, computes; inside another layer's call symbolic tensors give their shapes alone.</summary>
    internal Tensor Invoke(Tensor inputs, in CallArguments given)
    {
        var state = EngineState.Current;
        var nest = inputs.Nest;
        using var frame = new CallFrame(state, name, given.training ?? state.Training ?? keras.backend.LearningPhase ?? DefaultTraining);
        var mask = given.HasMask ? given.mask : MasksOf(nest);
        var args = given.With(state.Training, given.mask ?? (mask is not null && TakesMask ? mask : null));
        CheckInputs(nest);
        if (!built || InputShapes is null)
        {
            EnsureBuilt(nest.map(x => x.shape));
        }

        nest = Autocast(nest);
        var outputs = IsSymbolicCall(inputs, args) ? InferOutputs(nest, args) : call(nest, args);
        if (outputs is null)
        {
            throw new ValueError($"The `call` of layer \"{name}\" (type {GetType().Name}) returned None: it must return a tensor.");
        }

        if (activity_regularizer is not null && !HasSymbolic(outputs.Nest))
        {
            foreach (var output in outputs.Nest.flatten())
            {
                // Keras divides an activity penalty by the batch size.
                AddCallLoss(activity_regularizer.call(output) / output.dim(0));
            }
        }

        CarryMask(nest, outputs, mask);
        return outputs;
    }

    /// <summary>Checks an input's shape; makes the weights if they do not exist yet, and remembers the shapes.</summary>
    /// <exception cref="ValueError">The shape does not fit, in Keras's words.</exception>
    internal virtual void EnsureBuilt(TensorShape shape)
    {
        if (input_spec is { IsLeaf: true } spec)
        {
            spec.Value.Check(shape, name);
        }

        EnsureBuilt((Nest<TensorShape>)shape);
    }

    /// <summary>Makes the weights if they do not exist yet, and remembers the shapes.</summary>
    internal void EnsureBuilt(Nest<TensorShape> shapes)
    {
        if (!built)
        {
            var state = EngineState.Current;
            using var frame = state.NameScope is { } scope && (scope == name || scope.EndsWith("/" + name, StringComparison.Ordinal))
                ? default : new CallFrame(state, name, state.Training);
            using (TensorScope.BeginOutside())
            using (new NoTape())
            {
                BuildForCall(shapes);
            }

            built = true;
        }

        // Not above: a user may have called build.
        if (InputShapes is null)
        {
            RememberShapes(shapes);
            if (initialWeights is not null)
            {
                set_weights(initialWeights);
            }
        }
    }

    /// <summary>What the first call does about weights.</summary>
    private protected virtual void BuildForCall(Nest<TensorShape> shapes) => build(shapes);

    private static bool IsSymbolicCall(Tensor inputs, in CallArguments args)
        => (inputs is Tensors ? HasSymbolic(inputs.Nest) : inputs.IsSymbolic) || (args.mask is not null && HasSymbolic(args.mask)) || (args.initial_state is not null && HasSymbolic(args.initial_state))
            || (args.others is not null && args.others.Values.Any(value => value is Tensor { IsSymbolic: true } || (value is Nest<Tensor> nest && HasSymbolic(nest))));

    private static bool HasSymbolic(Nest<Tensor> nest) => nest.flatten().Exists(tensor => tensor is { IsSymbolic: true });

    // Floats take the layer's type, as in Keras; integers stay.
    private Nest<Tensor> Autocast(Nest<Tensor> inputs)
    {
        if (!Autocasts)
        {
            return inputs;
        }

        if (inputs.IsLeaf)
        {
            return NeedsCast(inputs.Value) ? keras.ops.cast(inputs.Value, DType.Float32) : inputs;
        }

        return inputs.map(x => NeedsCast(x) ? keras.ops.cast(x, DType.Float32) : x);
    }

    private static bool NeedsCast(Tensor x) => x.dtype is DType.Float64 or DType.Float16 or DType.BFloat16;

    /// <summary><c>layer(array)</c> on NumPy data.</summary>
    public Tensor apply(NDArray inputs, bool? training = null) => inputs is { typecode: NPTypeCode.Char or NPTypeCode.String }
        ? throw new TypeError($"Inputs to a layer should be tensors. Got '{inputs}' (of type <class 'str'>) as input for layer '{name}'.")
        : apply(Tensor.From(inputs), training);
}

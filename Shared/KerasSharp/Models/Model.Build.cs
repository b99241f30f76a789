using KerasSharp.Engine;
using KerasSharp.Layers;

namespace KerasSharp.Models;

// The weights of a subclassed model without data.
public abstract partial class Model
{
    /// <summary>Makes the weights of a subclassed model: runs its <c>call</c> on placeholders of this shape. Then it has a summary, and can load weights.</summary>
    /// <param name="input_shape">The shape with the batch dimension, <c>(null, 4)</c>.</param>
    /// <exception cref="ValueError">No shape was given, or <c>call</c> needs values, in Keras's words.</exception>
    public override void build(TensorShape input_shape) => CallOnPlaceholders(
        input_shape.is_given ? (Nest<TensorShape>)input_shape : throw new ValueError("Input shape must be defined when calling `build()` on a `Model` subclass network."));

    /// <summary>Makes the weights of a subclassed model with several inputs.</summary>
    /// <inheritdoc cref="build(TensorShape)"/>
    /// <param name="input_shape">The shapes in the form that <c>call</c> takes its inputs in.</param>
    public override void build(Nest<TensorShape> input_shape)
    {
        ArgumentNullException.ThrowIfNull(input_shape);
        if (input_shape.IsLeaf)
        {
            build(input_shape.Value);
        }
        else
        {
            CallOnPlaceholders(input_shape);
        }
    }

    /// <summary>A class's own <c>build</c> makes its weights; without one the call itself does.</summary>
    private protected override void BuildForCall(Nest<TensorShape> shapes)
    {
        if (OverridesBeyond(typeof(Model), nameof(build), typeof(TensorShape)) || OverridesBeyond(typeof(Model), nameof(build), typeof(Nest<TensorShape>)))
        {
            build(shapes);
        }
    }

    private void CallOnPlaceholders(Nest<TensorShape> input_shape)
    {
        var state = EngineState.Current;
        using var frame = new CallFrame(state, null, state.Training ?? DefaultTraining);
        try
        {
            call(input_shape.map(shape => (Tensor)new KerasTensor(new OutputSpec(DType.Float32, shape.ToDims()))), new CallArguments(state.Training));
        }
        catch (TypeError e)
        {
            throw new ValueError("You cannot build your model by calling `build` if your layers do not support float type inputs. Instead, in order to instantiate "
                + $"and build your model, call your model on real tensor data (of the correct dtype).\n\nThe actual error from `call` is: {e.Message}.");
        }

        built = true;
        RememberShapes(input_shape);
    }
}

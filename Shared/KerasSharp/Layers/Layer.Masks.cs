using KerasSharp.Engine;

namespace KerasSharp.Layers;

// Masks: which steps of a sequence count. They travel with the tensors. Source: https://keras.io/guides/understanding_masking_and_padding/
public abstract partial class Layer
{
    private bool? supportsMasking;

    /// <summary>Whether the mask of the input goes on with the output: true by itself where the class overrides <c>compute_mask</c>.</summary>
    public bool supports_masking
    {
        get => supportsMasking ??= (Overrides(nameof(compute_mask), typeof(Tensor), typeof(Tensor)) || Overrides(nameof(compute_mask), typeof(Nest<Tensor>), typeof(Nest<Tensor>)));
        set => supportsMasking = value;
    }

    /// <summary>The mask of the output: by default that of the input.</summary>
    /// <param name="inputs">The input.</param>
    /// <param name="mask">Its mask, bool (batch, time); null if it has none.</param>
    public virtual Tensor? compute_mask(Tensor inputs, Tensor? mask = null) => mask;

    /// <summary>The masks of the outputs, for layers with several inputs or outputs.</summary>
    /// <param name="inputs">The inputs.</param>
    /// <param name="mask">Their masks; entries may be null.</param>
    public virtual Nest<Tensor>? compute_mask(Nest<Tensor> inputs, Nest<Tensor>? mask)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        if (inputs.IsLeaf)
        {
            return compute_mask(inputs.Value, mask?.Value) is { } one ? new Nest<Tensor>(one) : null;
        }

        return mask;
    }

    /// <summary>Whether the class looks at masks at all: most do not, and skip the work.</summary>
    private bool TakesMask => supports_masking || Overrides(nameof(call), typeof(Nest<Tensor>), typeof(CallArguments).MakeByRefType());

    private static Nest<Tensor>? MasksOf(Nest<Tensor> inputs)
    {
        if (inputs.IsLeaf)
        {
            return inputs.Value.Mask is { } mask ? new Nest<Tensor>(mask) : null;
        }

        return inputs.flatten().Exists(x => x.Mask is not null) ? inputs.map(x => x.Mask!) : null;
    }

    private void CarryMask(Nest<Tensor> inputs, Tensor outputs, Nest<Tensor>? mask)
    {
        if (!supports_masking)
        {
            return;
        }

        if (inputs.IsLeaf && outputs is not Tensors)
        {
            // A composed layer's own layers have set it already.
            if ((mask is not null || outputs.Mask is null) && compute_mask(inputs, mask) is { IsLeaf: true } one)
            {
                outputs.Mask = one.Value;
            }

            return;
        }

        var flat = outputs.Nest.flatten();
        if (flat.TrueForAll(y => y.Mask is not null) && mask is null)
        {
            return;
        }

        var masks = compute_mask(inputs, mask);
        if (masks is null)
        {
            return;
        }

        var found = masks.flatten();
        for (var i = 0; i < flat.Count && i < found.Count; i++)
        {
            flat[i].Mask = found[i];
        }
    }
}

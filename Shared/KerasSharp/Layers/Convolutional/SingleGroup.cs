namespace KerasSharp.Layers;

/// <summary>Layers whose configuration has <c>groups</c>, since Keras derives them from a convolution with groups, but which have one.</summary>
internal static class SingleGroup
{
    /// <summary>Refuses several groups: Keras would take the number and compute without it.</summary>
    /// <exception cref="ValueError">There are several groups.</exception>
    public static void Require(BaseConv layer)
    {
        if (layer.groups != 1)
        {
            throw new ValueError($"`groups` must be 1 in {layer.GetType().Name}, which has no groups. Received: groups={layer.groups}.");
        }
    }
}

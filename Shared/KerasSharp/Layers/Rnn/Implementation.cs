namespace KerasSharp.Layers;

/// <summary>Keras's two ways to compute gates. Only their dropout masks differ here.</summary>
internal static class Implementation
{
    /// <summary>The one that is used: where the state is dropped, each gate has a mask of its own.</summary>
    /// <exception cref="ValueError">The number is neither 1 nor 2.</exception>
    public static int Of(int implementation, double recurrent_dropout) => implementation is not (1 or 2)
        ? throw new ValueError($"The argument `implementation` is 1 or 2. Received: implementation={implementation}")
        : Math.Clamp(recurrent_dropout, 0, 1) != 0 ? 1 : implementation;
}

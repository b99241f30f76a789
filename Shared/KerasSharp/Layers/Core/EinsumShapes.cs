using System.Text.RegularExpressions;

namespace KerasSharp.Layers;

/// <summary>
/// What an equation such as <c>abc,cd-&gt;abd</c> says of an <see cref="EinsumDense"/> layer: the shapes of its kernel, its bias and its output.
/// An ellipsis may stand in front of input and output, or behind both.
/// </summary>
internal sealed partial class EinsumShapes
{
    private readonly string input;
    private readonly string weight;
    private readonly string output;
    private readonly bool isLeft;
    private readonly int elided;
    private readonly TensorShape inputShape;

    /// <summary>The shapes for an input's shape.</summary>
    /// <exception cref="ValueError">The equation does not fit, in Keras's words.</exception>
    public EinsumShapes(string equation, string? bias_axes, TensorShape input_shape, TensorShape output_shape)
    {
        var match = Equation().Match(equation.Replace("...", "0", StringComparison.Ordinal));
        if (!match.Success)
        {
            throw new ValueError($"Invalid einsum equation '{equation}'. Equations must be in the form [X],[Y]->[Z], ...[X],[Y]->...[Z], or [X]...,[Y]->[Z]....");
        }

        (input, weight, output) = (match.Groups["x"].Value, match.Groups["w"].Value, match.Groups["y"].Value);
        isLeft = match.Groups["left"].Success;
        inputShape = input_shape;
        elided = input_shape.rank - input.Length;
        Output = Complete(output_shape);
        Check();
        Kernel = Array.ConvertAll(weight.ToCharArray(), KernelLength);
        Bias = bias_axes is null ? null : BiasShape(bias_axes);
    }

    /// <summary>The output's shape: the batch, the lengths that the layer was given, and those that an ellipsis stands for.</summary>
    public int?[] Output { get; }

    /// <summary>The kernel's shape.</summary>
    public int?[] Kernel { get; }

    /// <summary>The bias's shape; null if there is none.</summary>
    public int?[]? Bias { get; }

    private int?[] Complete(TensorShape given) => elided <= 0 ? [inputShape[0], .. given]
        : isLeft ? [inputShape[0], .. inputShape.Skip(1).Take(elided - 1), .. given]
        : [inputShape[0], .. given, .. inputShape.TakeLast(elided)];

    private void Check()
    {
        foreach (var label in input.Where(label => output.Contains(label, StringComparison.Ordinal)))
        {
            if (OutputLength(label) is { } length && length != InputLength(label))
            {
                throw new ValueError($"Input shape and output shape do not match at shared dimension '{label}'. Input shape is {InputLength(label)}, "
                    + $"and output shape is {length}.");
            }
        }

        foreach (var label in output.Where(label => !input.Contains(label, StringComparison.Ordinal) && !weight.Contains(label, StringComparison.Ordinal)))
        {
            throw new ValueError($"Dimension '{label}' was specified in the output '{output}' but has no corresponding dim in the input spec '{input}' "
                + $"or weight spec '{output}'");
        }
    }

    private int? KernelLength(char label) => input.Contains(label, StringComparison.Ordinal) ? InputLength(label)
        : output.Contains(label, StringComparison.Ordinal) ? OutputLength(label)
        : throw new ValueError($"Weight dimension '{label}' did not have a match in either the input spec '{input}' or the output spec '{output}'. "
            + "For this layer, the weight must be fully specified.");

    private int?[] BiasShape(string axes)
    {
        foreach (var axis in axes.Where(axis => !output.Contains(axis, StringComparison.Ordinal)))
        {
            throw new ValueError($"Bias dimension '{axis}' was requested, but is not part of the output spec '{output}'");
        }

        var spec = output[axes.Min(axis => output.IndexOf(axis, StringComparison.Ordinal))..];
        return [.. spec.Select(label => axes.Contains(label, StringComparison.Ordinal) ? OutputLength(label) : 1), .. Enumerable.Repeat<int?>(1, isLeft ? 0 : elided)];
    }

    private int? InputLength(char label) => inputShape[input.IndexOf(label, StringComparison.Ordinal) + (isLeft ? elided : 0)];

    private int? OutputLength(char label) => Output[output.IndexOf(label, StringComparison.Ordinal) + (isLeft ? elided : 0)];

    [GeneratedRegex("^((?<x>[a-zA-Z]+),(?<w>[a-zA-Z]+)->(?<y>[a-zA-Z]+)|(?<left>0)(?<x>[a-zA-Z]+),(?<w>[a-zA-Z]+)->0(?<y>[a-zA-Z]+)|(?<x>[a-zA-Z]{2,})0,(?<w>[a-zA-Z]+)->(?<y>[a-zA-Z]+)0)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Equation();
}

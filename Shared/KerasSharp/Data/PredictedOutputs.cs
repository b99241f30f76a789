using NumSharp;

namespace KerasSharp;

/// <summary>Takes the outputs of <c>predict</c> apart: those of a model that has several, else the rows of an array.</summary>
public static class PredictedOutputs
{
    /// <summary><c>var (kind, size) = model.predict(x);</c></summary>
    /// <exception cref="ValueError">There are not two, in Python's words.</exception>
    public static void Deconstruct(this NDArray outputs, out NDArray first, out NDArray second)
    {
        var parts = Parts(outputs, 2);
        (first, second) = (parts[0], parts[1]);
    }

    /// <summary><c>var (a, b, c) = model.predict(x);</c></summary>
    /// <exception cref="ValueError">There are not three, in Python's words.</exception>
    public static void Deconstruct(this NDArray outputs, out NDArray first, out NDArray second, out NDArray third)
    {
        var parts = Parts(outputs, 3);
        (first, second, third) = (parts[0], parts[1], parts[2]);
    }

    private static NDArray[] Parts(NDArray outputs, int wanted)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        var count = outputs is NDArrays { AreSeveral: true } several ? several.Count : builtins.len(outputs);
        return count == wanted ? [.. Enumerable.Range(0, count).Select(i => outputs is NDArrays { AreSeveral: true } nest ? nest.output(i) : outputs[i])]
            : throw Python.Unpacking.Wrong(wanted, count);
    }
}

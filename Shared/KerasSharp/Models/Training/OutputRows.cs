using KerasSharp.Engine;
using NumSharp;

namespace KerasSharp.Models.Training;

/// <summary>Gathers the outputs of batches into one array.</summary>
internal sealed class OutputRows
{
    private readonly List<float[]> batches = [];
    private int[] rowDims = [];
    private int rows;

    /// <summary>Copies a batch's outputs.</summary>
    public void Add(Tensor outputs)
    {
        rowDims = outputs.Dims[1..].ToArray();
        rows += outputs.dim(0);
        batches.Add(outputs.ToArray<float>());
    }

    /// <summary>All rows, float32.</summary>
    public NDArray ToArray() => Tensor.From<float>(batches.SelectMany(b => b).ToArray(), [rows, .. rowDims]).numpy();
}

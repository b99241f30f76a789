using KerasSharp.Engine;
using NumSharp;
using DType = KerasSharp.Engine.DType;

namespace KerasSharp.Models.Training;

/// <summary>Gathers the outputs of batches into one array, or one for each output.</summary>
internal sealed class OutputRows
{
    private readonly List<Column> columns = [];
    private Nest<Tensor>? structure;

    /// <summary>Copies a batch's outputs.</summary>
    public void Add(Tensor outputs)
    {
        if (outputs is not Tensors)
        {
            ColumnAt(0).Add(outputs);
            return;
        }

        structure ??= outputs.Nest;
        var flat = outputs.Nest.flatten();
        for (var i = 0; i < flat.Count; i++)
        {
            ColumnAt(i).Add(flat[i]);
        }
    }

    /// <summary>All rows, in the structure of the outputs.</summary>
    public NDArrays ToArray() => structure is null ? NDArrays.Of(new Nest<NDArray>(ColumnAt(0).ToArray())) : NDArrays.Of(structure.pack<NDArray>([.. columns.Select(c => c.ToArray())]));

    private Column ColumnAt(int index)
    {
        if (index == columns.Count)
        {
            columns.Add(new Column());
        }

        return columns[index];
    }

    private sealed class Column
    {
        private readonly List<float[]> batches = [];
        private int[] rowDims = [];
        private int rows;

        public void Add(Tensor outputs)
        {
            rowDims = outputs.Dims[1..].ToArray();
            rows += outputs.dim(0);
            batches.Add((outputs.dtype == DType.Float32 ? outputs : keras.ops.cast(outputs, "float32")).ToArray<float>());
        }

        public NDArray ToArray() => Tensor.From<float>(batches.SelectMany(b => b).ToArray(), [rows, .. rowDims]).numpy();
    }
}

using KerasSharp.Backends;

namespace KerasSharp.Engine;

public partial class Tensor
{
    /// <summary>Fills this tensor with host data, where it lies.</summary>
    internal void Set<T>(ReadOnlySpan<T> data)
        where T : unmanaged => Storage.Backend.Upload(data, Storage);

    /// <summary>Fills this tensor with some rows of host data, <paramref name="rowLength"/> elements each: a batch in the order of an epoch.</summary>
    internal void SetRows<T>(ReadOnlySpan<T> source, int rowLength, ReadOnlySpan<int> rows)
        where T : unmanaged
    {
        if (Storage.Backend is IRowUploads uploads)
        {
            uploads.UploadRows(source, rowLength, rows, Storage);
            return;
        }

        var gathered = new T[rows.Length * rowLength];
        for (var i = 0; i < rows.Length; i++)
        {
            source.Slice(rows[i] * rowLength, rowLength).CopyTo(gathered.AsSpan(i * rowLength));
        }

        Set<T>(gathered);
    }
}

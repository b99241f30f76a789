using System.Reflection;
using System.Runtime.ExceptionServices;
using PureHDF;

namespace KerasSharp.Saving.Hdf5;

/// <summary>Writes a tree as an HDF5 file with PureHDF: as h5py sees it, the same as Keras's own.</summary>
internal static class Hdf5Writer
{
    /// <summary>Writes the file whole or not at all.</summary>
    /// <exception cref="OSError">The file cannot be written; one that was there before is unharmed.</exception>
    public static void Write(string path, Hdf5Group root) => AtomicFile.Write(path, stream => Write(stream, root));

    /// <summary>Writes into a stream that can be read, written and sought.</summary>
    public static void Write(Stream stream, Hdf5Group root)
    {
        var file = new H5File();
        Fill(file, root);
        try
        {
            file.Write(stream, new H5WriteOptions(PreferCompactDatasetLayout: false));
        }
        catch (TargetInvocationException e)
        {
            // PureHDF calls itself by reflection, layer by layer: what happened is innermost.
            ExceptionDispatchInfo.Throw(e.GetBaseException());
        }
    }

    private static void Fill(H5Group target, Hdf5Group source)
    {
        SetAttributes(target, source);
        foreach (var (name, member) in source.Members)
        {
            if (member is Hdf5Group group)
            {
                var child = new H5Group();
                Fill(child, group);
                target[name] = child;
            }
            else
            {
                var dataset = (Hdf5Dataset)member;
                var child = ToDataset(dataset);
                SetAttributes(child, dataset);
                target[name] = child;
            }
        }
    }

    private static void SetAttributes(H5Object target, Hdf5Node source)
    {
        foreach (var (name, value) in source.Attributes)
        {
            target.Attributes[name] = value switch
            {
                string text => text,
                // NumPy makes an empty list an array of float64, and h5py stores it so.
                string[] { Length: 0 } => Array.Empty<double>(),
                string[] texts => texts,
                var numbers => ToAttribute((Hdf5Dataset)numbers),
            };
        }
    }

    private static H5Dataset ToDataset(Hdf5Dataset dataset) => dataset.Shape.Length == 0
        ? new H5Dataset(dataset.Read().GetValue(0)!)
        : new H5Dataset(dataset.Read(), fileDims: Dims(dataset));

    private static H5Attribute ToAttribute(Hdf5Dataset value) => value.Shape.Length == 0
        ? new H5Attribute(value.Read().GetValue(0)!)
        : new H5Attribute(value.Read(), Dims(value));

    private static ulong[] Dims(Hdf5Dataset dataset) => Array.ConvertAll(dataset.Shape, d => (ulong)d);
}

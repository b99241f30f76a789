namespace KerasSharp.Saving.Hdf5;

/// <summary>What is wrong inside an HDF5 file. <see cref="Hdf5File.Open"/> adds the file's name and throws an <see cref="OSError"/>.</summary>
internal sealed class Hdf5Problem(string message) : Exception(message)
{
    public static Hdf5Problem Damaged(string what) => new($"the file is damaged: {what}");

    public static Hdf5Problem Unsupported(string what) => new($"{what}, which no Keras file uses and is not read here");
}

namespace KerasSharp.Saving.Hdf5;

/// <summary>The element types of numbers in Keras's model files.</summary>
internal enum Hdf5Type
{
    Float32,
    Float64,
    Int32,
    Int64,
}

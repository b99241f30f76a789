using KerasSharp.Engine;
using NumSharp;
using DType = KerasSharp.Engine.DType;

namespace KerasSharp.Tests.Tf.Data;

/// <summary>Elements have the types that TensorFlow gives: an array's own, int64 of a range, of plain numbers int32 and float32.</summary>
public class DatasetTypeTests
{
    [Fact]
    public void A_range_is_int64_unless_a_type_is_given()
    {
        Check(tf.data.Dataset.range(3), DType.Int64, [0, 1, 2]);
        Check(tf.data.Dataset.range(long.MaxValue - 1, long.MaxValue), DType.Int64, [long.MaxValue - 1]);
        Check(tf.data.Dataset.range(4, 0, -2, output_type: tf.int32), DType.Int32, [4, 2]);
        Assert.Equal(DType.Int64, tf.data.Dataset.range(1).enumerate().element_spec[0].Value.dtype);
    }

    [Fact]
    public void An_array_keeps_its_type()
    {
        long[] wide = [1, long.MaxValue];
        Check(tf.data.Dataset.from_tensor_slices(new NDArray(wide)), DType.Int64, [1, long.MaxValue]);
        Check(tf.data.Dataset.from_tensor_slices(wide).batch(2), DType.Int64, [1, long.MaxValue]);
        Check(tf.data.Dataset.from_tensors(new NDArray(wide)), DType.Int64, [1, long.MaxValue]);
        Assert.Equal([0.1, 0.2], tf.data.Dataset.from_tensor_slices(new NDArray(new[] { 0.1, 0.2 })).batch(2).Single().ToArray<double>());
        Assert.Equal([(Half)0.5], tf.data.Dataset.from_tensor_slices(new NDArray(new[] { (Half)0.5 })).Single().ToArray<Half>());
        Assert.Equal([0.1f, 0.2f], tf.data.Dataset.from_tensor_slices(new[] { 0.1, 0.2 }).batch(2).Single().ToArray<float>());
    }

    [Fact]
    public void Numbers_of_a_generator_are_those_of_lists()
    {
        Assert.Equal(DType.Int32, First(1));
        Assert.Equal(DType.Int64, First(1L));
        Assert.Equal(DType.Float32, First(0.5));
        Assert.Equal(DType.Bool, First(true));
    }

    [Fact]
    public void Labels_of_int64_train()
    {
        var model = keras.models.Sequential([keras.layers.Dense(3, activation: "softmax")]);
        model.compile("sgd", loss: "sparse_categorical_crossentropy", metrics: ["accuracy"]);
        var data = tf.data.Dataset.from_tensor_slices((np.ones((6, 2), dtype: typeof(float)), new NDArray(new long[] { 0, 1, 2, 0, 1, 2 }))).batch(3);
        Assert.True(double.IsFinite(model.fit(data, verbose: 0).history["loss"][0]));
    }

    private static DType First<T>(T item) => tf.data.Dataset.from_generator(() => (T[])[item]).First().dtype;

    private static void Check(tf.data.Dataset dataset, DType type, long[] values)
    {
        Assert.Equal(type, dataset.element_spec.Value.dtype);
        Assert.All(dataset, t => Assert.Equal(type, t.dtype));
        Assert.Equal(values, dataset.SelectMany(t => keras.ops.cast(t, "int64").ToArray<long>()));
    }
}

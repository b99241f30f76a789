using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.Saving;
using static KerasSharp.keras.layers;

namespace KerasSharp.Tests.Layers.Preprocessing;

/// <summary>Augmentation layers where programs use them: in a dataset's map, in models, on one picture, on bytes.</summary>
public class AugmentationUseTests
{
    private static readonly Tensor Pictures = Tensor.From<float>([.. Enumerable.Range(0, 4 * 6 * 5 * 3).Select(i => (float)((i * 37) % 256))], 4, 6, 5, 3);

    public static TheoryData<string> Layers => new(All().Select(l => l.GetType().Name));

    [Theory, MemberData(nameof(Layers))]
    public void A_layer_works_inside_a_dataset_s_map(string name)
    {
        var layer = Layer(name);
        var mapped = tf.data.Dataset.from_tensor_slices(Pictures).batch(2).map(x => layer.apply(x, training: true));
        var batches = mapped.Select(e => e.shape).ToArray();
        Assert.Equal(2, batches.Length);
        Assert.All(batches, shape => Assert.Equal([2, 3], [shape[0], shape[3]]));

        var single = tf.data.Dataset.from_tensor_slices(Pictures).map(x => layer.apply(x, training: true)).Select(e => e.shape.rank);
        Assert.All(single, rank => Assert.Equal(3, rank));
    }

    [Theory, MemberData(nameof(Layers))]
    public void In_a_model_it_works_in_training_alone(string name)
    {
        var inputs = keras.Input((6, 5, 3));
        var layer = Layer(name);
        var outputs = layer.apply(inputs);
        var model = keras.Model(inputs, outputs);
        Assert.Equal(layer.compute_output_shape((null, 6, 5, 3)), outputs.shape);

        var x = Pictures.numpy();
        var first = model.predict(x);
        Assert.Equal(first.ToString(), model.predict(x).ToString()); // nothing random
        if (layer is not KerasSharp.Layers.RandomCrop)
        {
            Assert.Equal(Pictures.ToArray<float>(), Tensor.From(first).ToArray<float>());
        }

        Assert.Contains(Enumerable.Range(0, 20), _ => !model.apply(Pictures, training: true).ToArray<float>().SequenceEqual(Pictures.ToArray<float>()));
    }

    [Theory, MemberData(nameof(Layers))]
    public void Called_alone_it_takes_the_call_for_training(string name)
    {
        var layer = Layer(name);
        Assert.Contains(Enumerable.Range(0, 20), _ => !layer.apply(Pictures).ToArray<float>().SequenceEqual(Pictures.ToArray<float>()));
    }

    [Theory, MemberData(nameof(Layers))]
    public void Bytes_become_floats(string name)
        => Assert.Equal(DType.Float32, Layer(name).apply(keras.ops.cast(Pictures, "uint8"), training: true).dtype);

    [Theory, MemberData(nameof(Layers))]
    public void It_comes_back_from_its_configuration(string name)
    {
        var config = ObjectRegistry.Serialize(Layer(name))!;
        var again = (Layer)ObjectRegistry.Deserialize(config, "layers");
        Assert.Equal(KerasSharp.Saving.Json.PythonJson.dumps(config), KerasSharp.Saving.Json.PythonJson.dumps(ObjectRegistry.Serialize(again)!));
    }

    [Theory, MemberData(nameof(Layers))]
    public void The_same_seed_gives_the_same_pictures(string name)
    {
        var config = Layer(name).get_config();
        config["seed"] = 5;
        float[] Made() => ((Layer)ObjectRegistry.Create("layers", name, config)).apply(Pictures, training: true).ToArray<float>();
        Assert.Equal(Made(), Made());
    }

    private static Layer Layer(string name) => All().Single(l => l.GetType().Name == name);

    private static Layer[] All() =>
    [
        RandomFlip(), RandomRotation(0.2), RandomTranslation(0.3, (-0.2, 0.4)), RandomZoom(0.3, 0.2), RandomContrast(0.5), RandomBrightness(0.4),
        RandomCrop(4, 3), RandomHeight(0.5), RandomWidth((0.2, 0.9)),
    ];
}

using KerasSharp.Engine;
using static KerasSharp.builtins;

namespace KerasSharp.Tests.Tf;

public class TfTests
{
    [Fact]
    public void Devices_are_listed_as_in_Python()
    {
        Assert.Equal(0, len(tf.config.list_physical_devices("GPU")));
        Assert.Equal("PhysicalDevice(name='/physical_device:CPU:0', device_type='CPU')", tf.config.list_physical_devices().Single().ToString());
    }

    [Fact]
    public void The_version_is_that_of_the_Keras_that_is_followed() => Assert.Equal("2.15.0", tf.__version__);

    [Fact]
    public void A_tape_of_tf_records_at_once()
    {
        var x = new Variable(Tensor.Scalar(3));
        using var tape = tf.GradientTape(persistent: true);
        var y = x.value * x.value;
        Assert.Equal(6, tape.gradient(y, [x])[0]!.item());
        Assert.Equal(6, tape.gradient(y, [x])[0]!.item());
    }
}

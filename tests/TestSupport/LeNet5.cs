using KerasSharp.Models;
using static KerasSharp.keras.layers;
using static KerasSharp.keras.models;

namespace KerasSharp.TestSupport;

/// <summary>The tutorial's LeNet-5, as its cell 4 builds it.</summary>
public static class LeNet5
{
    /// <summary>The model, not compiled, with weights of its own.</summary>
    public static Sequential Create()
    {
        var model = Sequential(name: "LeNet-5");
        model.add(Conv2D(6, (5, 5), activation: "tanh", input_shape: (32, 32, 1), name: "C1"));
        model.add(AveragePooling2D((2, 2), strides: 2, name: "S2"));
        model.add(Conv2D(16, (5, 5), activation: "tanh", name: "C3"));
        model.add(AveragePooling2D((2, 2), strides: 2, name: "S4"));
        model.add(Flatten(name: "Flatten"));
        model.add(Dense(120, activation: "tanh", name: "C5"));
        model.add(Dense(84, activation: "tanh", name: "F6"));
        model.add(Dense(10, activation: "softmax", name: "Output"));
        return model;
    }
}

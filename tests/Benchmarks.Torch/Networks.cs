using KerasSharp.Models;
using TorchSharp;
using static KerasSharp.keras;
using static KerasSharp.keras.layers;

namespace KerasSharp.Torch.Benchmarks;

/// <summary>A network written twice: with Keras's layers, and with TorchSharp's modules.</summary>
internal sealed record Network(Func<Sequential> Keras, Func<torch.nn.Module<torch.Tensor, torch.Tensor>> Plain);

/// <summary>The networks that are compared.</summary>
internal static class Networks
{
    /// <summary>LeNet-5 as in part 2.</summary>
    public static Network LeNet5 { get; } = new(
        () =>
        {
            var model = new Sequential();
            model.add(Conv2D(6, (5, 5), activation: "tanh", input_shape: (32, 32, 1)));
            model.add(AveragePooling2D((2, 2), strides: 2));
            model.add(Conv2D(16, (5, 5), activation: "tanh"));
            model.add(AveragePooling2D((2, 2), strides: 2));
            model.add(Flatten());
            model.add(Dense(120, activation: "tanh"));
            model.add(Dense(84, activation: "tanh"));
            model.add(Dense(10, activation: "softmax"));
            return model;
        },
        () => torch.nn.Sequential(
            torch.nn.Conv2d(1, 6, 5L), torch.nn.Tanh(), torch.nn.AvgPool2d(2),
            torch.nn.Conv2d(6, 16, 5L), torch.nn.Tanh(), torch.nn.AvgPool2d(2),
            torch.nn.Flatten(), torch.nn.Linear(400, 120), torch.nn.Tanh(), torch.nn.Linear(120, 84), torch.nn.Tanh(), torch.nn.Linear(84, 10)));

    /// <summary>The tutorial's kind of CIFAR-10 network: 32-32-pool-64-64-pool-512.</summary>
    public static Network Cifar { get; } = new(
        () =>
        {
            var model = new Sequential();
            model.add(Conv2D(32, (3, 3), padding: "same", activation: "relu", input_shape: (32, 32, 3)));
            model.add(Conv2D(32, (3, 3), padding: "same", activation: "relu"));
            model.add(MaxPooling2D((2, 2)));
            model.add(Conv2D(64, (3, 3), padding: "same", activation: "relu"));
            model.add(Conv2D(64, (3, 3), padding: "same", activation: "relu"));
            model.add(MaxPooling2D((2, 2)));
            model.add(Flatten());
            model.add(Dense(512, activation: "relu"));
            model.add(Dense(10, activation: "softmax"));
            return model;
        },
        () => torch.nn.Sequential(
            torch.nn.Conv2d(3, 32, 3L, padding: 1L), torch.nn.ReLU(), torch.nn.Conv2d(32, 32, 3L, padding: 1L), torch.nn.ReLU(), torch.nn.MaxPool2d(2),
            torch.nn.Conv2d(32, 64, 3L, padding: 1L), torch.nn.ReLU(), torch.nn.Conv2d(64, 64, 3L, padding: 1L), torch.nn.ReLU(), torch.nn.MaxPool2d(2),
            torch.nn.Flatten(), torch.nn.Linear(4096, 512), torch.nn.ReLU(), torch.nn.Linear(512, 10)));
}

using KerasSharp.Engine;
using KerasSharp.Utils;

namespace KerasSharp.Models.Graph;

/// <summary>What a functional model is made of and called with: checks, and values brought to the form of its inputs.</summary>
internal static class GraphInputs
{
    /// <summary>Refuses what is no symbolic tensor, or stands twice.</summary>
    /// <exception cref="ValueError">In Keras's words.</exception>
    public static Nest<Tensor> Checked(Nest<Tensor> inputs)
    {
        inputs = Alone(Expand(inputs));
        var flat = inputs.flatten();
        foreach (var x in flat)
        {
            if (x is not KerasTensor { Source: not null })
            {
                throw new TypeError("Found unexpected instance while processing input tensors for keras functional model. Expecting KerasTensor which is from "
                    + $"tf.keras.Input() or output from keras layer call(). Got: {Text(x)}");
            }
        }

        return flat.Distinct().Count() == flat.Count ? inputs
            : throw new ValueError("The list of inputs passed to the model contains the same input multiple times. All inputs should only appear once."
                + $"Received inputs={inputs}");
    }

    /// <summary>Refuses outputs that no layer made.</summary>
    /// <exception cref="ValueError">In Keras's words.</exception>
    public static Nest<Tensor> CheckedOutputs(Nest<Tensor> outputs)
    {
        outputs = Alone(Expand(outputs));
        foreach (var y in outputs.flatten())
        {
            if (y is not KerasTensor { Source: not null })
            {
                throw new ValueError("Output tensors of a Functional model must be the output of a TensorFlow `Layer` (thus holding past layer metadata). "
                    + $"Found: {Text(y)}");
            }
        }

        return outputs;
    }

    // As in Keras, a list of one stands for the one.
    private static Nest<Tensor> Alone(Nest<Tensor> nest) => nest is { IsList: true, IsTuple: false } && nest.flatten().Count == 1 ? nest.Items[0] : nest;

    /// <summary>Refuses a wrong number of inputs, or shapes that do not fit; warns of entries that no input takes.</summary>
    /// <exception cref="ValueError">In Keras's words.</exception>
    public static void Check(Functional model, IReadOnlyList<KerasTensor> references, Nest<Tensor> inputs)
    {
        var values = Flatten(model, references, inputs);
        if (values.Count != references.Count)
        {
            throw Layers.InputSpec.WrongNumber(model.name, references.Count, values);
        }

        var surplus = inputs.IsDictionary ? inputs.Keys.Except(Names(model)).ToArray() : [];
        if (surplus.Length > 0)
        {
            Python.PythonWarnings.Warn($"Input dict contained keys {Python.PythonFormat.Repr(surplus)} which did not match any model input. They will be ignored by the model.");
        }

        // What is wrong with a symbolic shape the layers inside tell.
        for (var i = 0; i < values.Count && !values[i].IsSymbolic; i++)
        {
            var dims = references[i].shape;
            new Layers.InputSpec(shape: new TensorShape([null, .. dims.Skip(1)]), allow_last_axis_squeeze: true).Check(values[i].shape, model.name, i);
        }
    }

    /// <summary>The values in the order of the model's inputs, with their ranks and types.</summary>
    public static IReadOnlyList<Tensor> Match(Functional model, IReadOnlyList<KerasTensor> references, Nest<Tensor> inputs)
    {
        if (inputs.IsLeaf && references.Count == 1)
        {
            return [Conform(inputs.Value, references[0])];
        }

        var values = Flatten(model, references, inputs);
        return [.. values.Zip(references, Conform)];
    }

    /// <summary>Names of which none comes twice: <c>d</c>, <c>d_1</c>.</summary>
    public static IReadOnlyList<string> Unique(IEnumerable<string> names)
    {
        var counts = new Dictionary<string, int>();
        return [.. names.Select(name =>
        {
            var count = counts[name] = counts.GetValueOrDefault(name) + 1;
            return count == 1 ? name : $"{name}_{count - 1}";
        })];
    }

    /// <summary>A nest in which no leaf is several tensors in one object.</summary>
    public static Nest<Tensor> Expand(Nest<Tensor> nest) => nest.IsLeaf ? (nest.Value is Tensors several ? Expand(several.Nest) : nest)
        : nest.IsDictionary ? Nest.Dictionary(nest.Keys.Select(key => KeyValuePair.Create(key, Expand(nest[key]))))
        : nest.IsTuple ? Nest.Tuple<Tensor>([.. nest.Items.Select(Expand)]) : Nest.List<Tensor>([.. nest.Items.Select(Expand)]);

    private static IReadOnlyList<string> Names(Functional model)
        => model.NestedInputs is { IsDictionary: true } own ? [.. own.Keys.Order(StringComparer.Ordinal)] : model.input_names;

    // A dictionary goes by the keys of the model's own, or by the names of its inputs.
    private static List<Tensor> Flatten(Functional model, IReadOnlyList<KerasTensor> references, Nest<Tensor> inputs)
    {
        if (!inputs.IsDictionary)
        {
            return inputs.flatten();
        }

        var names = Names(model);
        if (names.FirstOrDefault(name => !inputs.Keys.Contains(name)) is { } missing)
        {
            throw new ValueError($"Missing data for input \"{missing}\". You passed a data dictionary with keys {Python.PythonFormat.Repr(inputs.Keys)}. "
                + $"Expected the following keys: {Python.PythonFormat.Repr(names)}");
        }

        return [.. names.SelectMany(name => inputs[name].flatten())];
    }

    private static Tensor Conform(Tensor value, KerasTensor reference)
    {
        var (rank, wanted) = (value.ndim, reference.ndim);
        var mask = value.Mask;
        if (rank == wanted + 1 && value.dim(-1) == 1)
        {
            value = keras.ops.squeeze(value, -1);
        }
        else if (rank == wanted - 1 && reference.dim(-1) == 1)
        {
            value = keras.ops.expand_dims(value, -1);
        }

        value = keras.ops.cast(value, reference.dtype);
        if (mask is not null)
        {
            value.Mask = mask;
        }

        return value;
    }

    private static string Text(Tensor? tensor) => tensor switch
    {
        null => "None",
        { IsSymbolic: true } or Tensors => tensor.ToString(),
        _ => Python.PythonFormat.Str(tensor.numpy()),
    };
}

using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.Models;
using KerasSharp.TestSupport;
using NumSharp;
using static KerasSharp.keras.layers;

namespace KerasSharp.Tests.Models.Graph;

/// <summary>Which masks a layer sees, and which its outputs carry: the twins of the Python code in <c>calls.masks</c>.</summary>
public class GoldenMaskTests
{
    private static readonly Dictionary<string, Func<MaskProbe, Embedding, Tensor>> Twins = new()
    {
        ["the layer behind an embedding"] = (probe, e) => probe.apply(e.apply(X)),
        ["a mask handed over"] = (probe, e) => probe.apply(e.apply(X), mask: Given),
        ["a mask handed over, on a tensor without one"] = (probe, _) => probe.apply(keras.ops.ones(2, 3, 1), mask: Given),
        ["mask=None handed over"] = (probe, e) => probe.apply(e.apply(X), kwargs: new Dictionary<string, object?> { ["mask"] = null }),
        ["supports_masking with a mask argument"] = (probe, e) => Supporting(probe).apply(e.apply(X)),
        ["supports_masking without a mask argument"] = (_, e) => new Doubling(true).apply(e.apply(X)),
        ["no support, but the very same tensor is returned"] = (_, e) => new Passing().apply(e.apply(X)),
        ["no support: the mask ends here, no error"] = (_, e) => new Doubling(false).apply(e.apply(X)),
        ["supports_masking and a mask handed over"] = (probe, e) => Supporting(probe).apply(e.apply(X), mask: Given),
        ["an own compute_mask"] = (probe, e) => Supporting(probe).apply(new DropFirst().apply(e.apply(X))),
        ["an own compute_mask, and supports_masking set to False: it is not asked"] =
            (probe, e) => Supporting(probe).apply(new DropFirst { supports_masking = false }.apply(e.apply(X))),
        ["an operation between eager tensors loses the mask"] = (probe, e) => probe.apply(e.apply(X) * 2.0),
        ["an operation between symbolic tensors loses the mask"] = (probe, e) => Graph(probe, keras.Input(3), i => probe.apply(e.apply(i) * 2.0), X),
        ["an array in between loses the mask"] = (probe, e) => probe.apply(e.apply(X).numpy()),
        ["a list of inputs: a list of masks"] = (probe, e) => probe.apply([e.apply(X), keras.ops.ones(2, 3), e.apply(keras.ops.flip(X, 1))]),
        ["a list of inputs, supports_masking"] = (probe, e) => Supporting(probe).apply([e.apply(X), keras.ops.ones(2, 3)]),
        ["a list of inputs, none has a mask"] = (probe, _) => probe.apply([keras.ops.ones(2, 3), keras.ops.ones(2, 3)]),
        ["a dictionary of inputs"] = (probe, e) => probe.apply(new Tensors { ["b"] = e.apply(X), ["a"] = keras.ops.ones(2, 3) }),
        ["in a functional model"] = (probe, e) => Graph(probe, keras.Input(3), i => Supporting(probe).apply(e.apply(i)), X),
        ["in a functional model, a mask given when the layer was called"] = (probe, _) =>
        {
            var (i, m) = (keras.Input((3, 1)), keras.Input(3, dtype: "bool"));
            var model = keras.Model([i, m], probe.apply(i, mask: m));
            probe.Seen.Clear();
            return model.apply([keras.ops.ones(2, 3, 1), Given]);
        },
        ["mask= of a functional model"] = (probe, _) =>
        {
            var i = keras.Input((3, 1));
            var model = keras.Model(i, Supporting(probe).apply(i));
            probe.Seen.Clear();
            return model.apply(keras.ops.ones(2, 3, 1), mask: Given);
        },
        ["into a nested functional model and out again"] = (probe, e) =>
        {
            var j = keras.Input((3, 2));
            var inside = new MaskProbe(supports: true);
            var inner = keras.Model(j, inside.apply(j));
            var i = keras.Input(3);
            var model = keras.Model(i, probe.apply(inner.apply(e.apply(i))));
            probe.Seen.Clear();
            inside.Seen.Clear();
            var y = model.apply(X);
            probe.Seen.InsertRange(0, inside.Seen);
            return y;
        },
        ["into a subclassed model without a mask argument"] = (probe, e) => new Around(probe).apply(e.apply(X)),
        ["into a subclassed model with a mask argument"] = (probe, e) => new AroundWithMask(probe).apply(e.apply(X)),
        ["compute_mask of a layer that does not support masks"] = (probe, e) => Note(probe, e.apply(X), Flatten().compute_mask(e.apply(X), (Tensor?)null)),
        ["inside a subclassed model"] = (probe, e) => new Outer(e, Supporting(probe)).apply(X),
        ["a Sequential"] = (probe, e) =>
        {
            var last = new MaskProbe();
            var y = keras.Sequential([e, Supporting(probe), last]).apply(X);
            probe.Seen.RemoveRange(0, probe.Seen.Count - 1);
            probe.Seen.Add(last.Seen[^1]);
            return y;
        },
        ["Masking: a step counts where any feature differs"] = (probe, _) => Supporting(probe).apply(
            Masking(0.0).apply(Tensor.From<float>([0, 0, 0, 1, 0, 0, 2, 0], 2, 2, 2))),
        ["Masking behind a mask"] = (probe, e) => Supporting(probe).apply(Masking(0.0).apply(e.apply(X))),
        ["compute_mask by hand"] = (probe, e) => Note(probe, e.apply(X), e.compute_mask(X)),
        ["compute_mask of Concatenate by hand"] = (probe, e) => Note(
            probe, e.apply(X), Concatenate().compute_mask(List(e.apply(X), keras.ops.ones(2, 3, 2)), List(e.compute_mask(X), null))?.Value),
        ["compute_mask of Add by hand"] = (probe, e) =>
        {
            Note(probe, X, Add().compute_mask(List(e.apply(X), e.apply(X)), List(e.compute_mask(X), e.compute_mask(X)))?.Value);
            return Note(probe, e.apply(X), Add().compute_mask(List(e.apply(X), e.apply(X)), List(e.compute_mask(X), null))?.Value);
        },
        ["compute_mask of Multiply by hand, two masks"] = (probe, e) => Note(
            probe, e.apply(X), Multiply().compute_mask(List(e.apply(X), e.apply(X)), List(e.compute_mask(X), Given))?.Value),
    };

    private static readonly GoldenCases Golden = new("functional.json", "calls.masks", waitsFor: (name, _) => Twins.ContainsKey(name) ? null : "no C# twin of the code yet");

    public static TheoryData<string> Cases => new(Golden.Names);

    private static Tensor X => Tensor.From<long>([1, 2, 0, 3, 0, 0], 2, 3);

    private static Tensor Given => Tensor.From<bool>([true, false, true, true, true, false], 2, 3);

    [Theory, MemberData(nameof(Cases))]
    public void A_mask_goes_where_Keras_lets_it_go(string name) => Golden.Run(name, c =>
    {
        var probe = new MaskProbe();
        var y = Twins[name](probe, Embedding(4, 2, mask_zero: true));
        var seen = c.GetProperty("seen").EnumerateArray().ToArray();
        Assert.Equal(seen.Length, probe.Seen.Count);
        foreach (var (want, got) in seen.Zip(probe.Seen))
        {
            if (want.ValueKind == System.Text.Json.JsonValueKind.Null || got is null)
            {
                Assert.Equal(want.ValueKind == System.Text.Json.JsonValueKind.Null, got is null || got.flatten().TrueForAll(m => m is null));
                continue;
            }

            GoldenNests.Close(want, got, "seen");
        }

        foreach (var (want, got) in c.GetProperty("output_masks").EnumerateArray().Zip(y.Nest.flatten()))
        {
            GoldenNests.Close(want, got.Mask, "output's mask");
        }
    });

    private static MaskProbe Supporting(MaskProbe probe)
    {
        probe.supports_masking = true;
        return probe;
    }

    private static Tensor Graph(MaskProbe probe, Tensor input, Func<Tensor, Tensor> layers, Tensor x)
    {
        var model = keras.Model(input, layers(input));
        probe.Seen.Clear();
        return model.apply(x);
    }

    private static Tensor Note(MaskProbe probe, Tensor y, Tensor? mask)
    {
        probe.Seen.Add(mask is null ? null : new Nest<Tensor>(mask));
        return y;
    }

    private static Nest<Tensor> List(params Tensor?[] tensors) => Nest.List<Tensor>(tensors!);

    private sealed class Outer(Layer first, Layer second) : Model
    {
        private readonly Layer[] inner = [first, second];

        public override Tensor call(Tensor inputs, bool? training = null) => inner[1].apply(inner[0].apply(inputs));
    }

    private sealed class Passing : Layer;

    private sealed class Around(MaskProbe probe) : Model
    {
        private readonly Layer probe = probe;

        public override Tensor call(Tensor inputs, bool? training = null) => probe.apply(inputs);
    }

    private sealed class AroundWithMask(MaskProbe probe) : Model
    {
        private readonly MaskProbe probe = probe;

        public override Tensor call(Nest<Tensor> inputs, in CallArguments args)
        {
            probe.Seen.Add(args.mask);
            return probe.apply(inputs.Value * 1.0);
        }
    }
}

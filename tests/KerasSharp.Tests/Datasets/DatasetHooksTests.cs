using KerasSharp.Datasets;
using NumSharp;

namespace KerasSharp.Tests.Datasets;

public class DatasetHooksTests
{
    private static readonly DatasetArrays Small = new(np.array(new byte[] { 1 }), np.array(new byte[] { 2 }), np.array(new byte[] { 3 }), np.array(new byte[] { 4 }));

    [Fact]
    public void Without_a_hook_the_error_is_thrown() =>
        Assert.Throws<DatasetNotFoundError>(() => DatasetHooks.Apply("hooks-none", () => throw new DatasetNotFoundError("hooks-none", [], "")));

    [Fact]
    public void The_last_resort_serves_only_its_data_set_and_only_until_it_is_taken_away()
    {
        var missing = new DatasetNotFoundError("hooks-a", ["here", "there"], "");
        OSError? told = null;
        using (DatasetHooks.OnMissing("hooks-a", error =>
        {
            told = error;
            return Small;
        }))
        {
            Assert.Same(Small, DatasetHooks.Apply("hooks-a", () => throw missing));
            Assert.Same(missing, told);
            Assert.Throws<DatasetNotFoundError>(() => DatasetHooks.Apply("hooks-b", () => throw missing));
            Assert.Throws<OSError>(() => DatasetHooks.Apply("hooks-a", () => throw new OSError("damaged")));
        }

        Assert.Throws<DatasetNotFoundError>(() => DatasetHooks.Apply("hooks-a", () => throw missing));
    }

    [Fact]
    public void What_was_found_is_not_replaced_and_passes_through_the_other_hooks()
    {
        using var missing = DatasetHooks.OnMissing("hooks-c", _ => throw new InvalidOperationException("must not be asked"));
        var names = new List<string>();
        using (DatasetHooks.OnLoaded((name, arrays) =>
        {
            if (name == "hooks-c")
            {
                names.Add(name);
            }

            return name == "hooks-c" ? arrays with { y_test = Small.x_test } : arrays;
        }))
        {
            Assert.Same(Small.x_test, DatasetHooks.Apply("hooks-c", () => Small).y_test);
        }

        Assert.Same(Small, DatasetHooks.Apply("hooks-c", () => Small));
        Assert.Equal(["hooks-c"], names);
    }
}

using System.Reflection;
using System.Text.Json;
using KerasSharp.ApiList;

// dotnet run --project tests/ApiList -- OUT.json
// {"keras.layers.Dense": ["units", …], "Model.fit": […], "np.pad": […]}: what the libraries beside this program offer, NumSharp included.
if (args.Length != 1)
{
    Console.Error.WriteLine("usage: ApiList OUT.json");
    return 2;
}

var names = new NameList();
foreach (var file in Directory.GetFiles(AppContext.BaseDirectory, "*.dll").Where(f => Path.GetFileName(f).StartsWith("KerasSharp", StringComparison.Ordinal)
    || Path.GetFileName(f) == "NumSharp.dll"))
{
    names.Add(Assembly.LoadFrom(file));
}

File.WriteAllText(args[0], JsonSerializer.Serialize(names.Sorted(), new JsonSerializerOptions { WriteIndented = true }));
Console.WriteLine($"{names.Sorted().Count} names in {args[0]}");
return 0;

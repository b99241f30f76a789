namespace KerasSharp;

/// <summary>The curve by which a place weighs its neighbours.</summary>
/// <param name="Radius">Beyond this distance the weight is 0.</param>
/// <param name="Weight">The weight by the distance.</param>
internal sealed record SamplingKernel(float Radius, Func<float, float> Weight)
{
    /// <summary>The curve of a method.</summary>
    public static SamplingKernel Of(string method) => method switch
    {
        "lanczos3" => Lanczos(3),
        "lanczos5" => Lanczos(5),
        "gaussian" => new(1.5f, x => x >= 1.5f ? 0 : MathF.Exp(-x * x / (2 * 0.5f * 0.5f))),
        _ => new(2, MitchellNetravali),
    };

    private static SamplingKernel Lanczos(float radius) => new(radius, x =>
    {
        var angle = MathF.PI * x;
        return x > radius ? 0 : x <= 1e-3f ? 1 : radius * MathF.Sin(angle) * MathF.Sin(angle / radius) / (angle * angle);
    });

    // Both parameters are 1/3.
    private static float MitchellNetravali(float x) =>
        x > 2 ? 0
        : x > 1 ? ((((-7f / 18 * x) + 2) * x - (10f / 3)) * x) + (16f / 9)
        : (((7f / 6 * x) - 2) * x * x) + (8f / 9);
}

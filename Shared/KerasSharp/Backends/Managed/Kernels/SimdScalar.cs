namespace KerasSharp.Backends.Managed;

/// <summary>A register of one float, for the channels that no wider register fits.</summary>
internal readonly unsafe struct SimdScalar : ISimd<float>
{
    public static int Width => 1;

    public static float Load(float* source) => *source;

    public static void Store(float value, float* target) => *target = value;

    public static void StorePartial(float value, float* target, int count)
    {
        if (count > 0) *target = value;
    }

    public static float Broadcast(float value) => value;

    public static float Add(float a, float b) => a + b;

    public static float Subtract(float a, float b) => a - b;

    public static float Multiply(float a, float b) => a * b;

    public static float Divide(float a, float b) => a / b;

    public static float MultiplyAdd(float a, float b, float c) => float.MultiplyAddEstimate(a, b, c);

    public static float Max(float a, float b) => MathF.Max(a, b);

    public static float Clamp(float a, float limit) => a < -limit ? -limit : a > limit ? limit : a;

    public static float Sqrt(float a) => MathF.Sqrt(a);

    public static float Exp(float a) => MathF.Exp(a);

    public static float Equal(float a, float b) => a == b ? BitConverter.UInt32BitsToSingle(uint.MaxValue) : 0;

    public static float GreaterThan(float a, float b) => a > b ? BitConverter.UInt32BitsToSingle(uint.MaxValue) : 0;

    public static float Select(float mask, float a, float b) => BitConverter.SingleToUInt32Bits(mask) != 0 ? a : b;

    public static float Or(float a, float b) => BitConverter.UInt32BitsToSingle(BitConverter.SingleToUInt32Bits(a) | BitConverter.SingleToUInt32Bits(b));
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace KerasSharp.Backends.Managed;

/// <summary>Copies pieces of matrices into panels: <c>lanes</c> floats per step, zeros behind the last column.</summary>
internal static unsafe class Packing
{
    /// <summary>target[step, column] = source[step, column].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Rows(float* source, nint stride, int steps, int columns, int lanes, float* target)
    {
        for (var step = 0; step < steps; step++, source += stride, target += lanes)
        {
            Copy(source, target, columns);
            for (var column = columns; column < lanes; column++) target[column] = 0;
        }
    }

    /// <summary>target[step, column] = source[column, step].</summary>
    public static void Transposed(float* source, nint stride, int steps, int columns, int lanes, float* target)
    {
        var column = 0;
        for (; column + 4 <= columns; column += 4)
        {
            Transpose4(source + (column * stride), stride, steps, lanes, target + column);
        }

        for (; column < columns; column++)
        {
            var row = source + (column * stride);
            for (var step = 0; step < steps; step++) target[(step * (nint)lanes) + column] = row[step];
        }

        for (; column < lanes; column++)
        {
            for (var step = 0; step < steps; step++) target[(step * (nint)lanes) + column] = 0;
        }
    }

    /// <summary>Copies a few floats; where they are few the call of a general copy would cost more than the copying.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Copy(float* source, float* target, int count)
    {
        if (count >= 64)
        {
            Buffer.MemoryCopy(source, target, count * 4L, count * 4L);
            return;
        }

        var i = 0;
        for (; i + 8 <= count; i += 8) Vector256.Load(source + i).Store(target + i);
        for (; i < count; i++) target[i] = source[i];
    }

    /// <summary>A bias (or null: zeros) with zeros behind, so that whole registers can be read at every panel.</summary>
    public static void PadBias(float* bias, int columns, float* target)
    {
        var total = Panel.TotalLanes(columns);
        if (bias != null) Copy(bias, target, columns);
        for (var i = bias == null ? 0 : columns; i < total; i++) target[i] = 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Transpose4(float* source, nint stride, int steps, int lanes, float* target)
    {
        float* r0 = source, r1 = source + stride, r2 = r1 + stride, r3 = r2 + stride;
        var step = 0;
        for (; step + 4 <= steps; step += 4, target += 4 * (nint)lanes)
        {
            Vector128<float> a = Vector128.Load(r0 + step), b = Vector128.Load(r1 + step), c = Vector128.Load(r2 + step), d = Vector128.Load(r3 + step);
            Vector128<float> ac0 = Zip(a, c, low: true), ac1 = Zip(a, c, low: false), bd0 = Zip(b, d, low: true), bd1 = Zip(b, d, low: false);
            Zip(ac0, bd0, low: true).Store(target);
            Zip(ac0, bd0, low: false).Store(target + lanes);
            Zip(ac1, bd1, low: true).Store(target + (2 * (nint)lanes));
            Zip(ac1, bd1, low: false).Store(target + (3 * (nint)lanes));
        }

        for (; step < steps; step++, target += lanes)
        {
            target[0] = r0[step];
            target[1] = r1[step];
            target[2] = r2[step];
            target[3] = r3[step];
        }
    }

    // a0 b0 a1 b1, or a2 b2 a3 b3.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Zip(Vector128<float> a, Vector128<float> b, bool low)
    {
        if (Sse.IsSupported)
        {
            return low ? Sse.UnpackLow(a, b) : Sse.UnpackHigh(a, b);
        }

        if (AdvSimd.Arm64.IsSupported)
        {
            return low ? AdvSimd.Arm64.ZipLow(a, b) : AdvSimd.Arm64.ZipHigh(a, b);
        }

        return low ? Vector128.Create(a[0], b[0], a[1], b[1]) : Vector128.Create(a[2], b[2], a[3], b[3]);
    }
}

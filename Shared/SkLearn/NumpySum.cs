namespace KerasSharp.sklearn;

/// <summary>Adds in NumPy's order (pairwise, eight at a time), so that printed digits agree.</summary>
internal static class NumpySum
{
    private const int Lanes = 8;
    private const int Block = 128;

    public static double Of(ReadOnlySpan<double> values)
    {
        if (values.Length > Block)
        {
            var half = values.Length / 2;
            half -= half % Lanes;
            return Of(values[..half]) + Of(values[half..]);
        }

        var (sum, from) = (0.0, 0);
        if (values.Length >= Lanes)
        {
            Span<double> lane = stackalloc double[Lanes];
            values[..Lanes].CopyTo(lane);
            for (from = Lanes; from + Lanes <= values.Length; from += Lanes)
            {
                for (var i = 0; i < Lanes; i++)
                {
                    lane[i] += values[from + i];
                }
            }

            sum = lane[0] + lane[1] + (lane[2] + lane[3]) + (lane[4] + lane[5] + (lane[6] + lane[7]));
        }

        foreach (var value in values[from..])
        {
            sum += value;
        }

        return sum;
    }
}

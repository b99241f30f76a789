namespace KerasSharp.Layers;

/// <summary>The Einstein sums of attention with several heads, for inputs of any rank and any axes that are attended over.</summary>
internal static class HeadEquations
{
    /// <summary>A projection: axes that stay, axes that are summed over, axes that come anew.</summary>
    /// <returns>The equation, and the labels of the new axes, which the bias has.</returns>
    public static (string Equation, string BiasAxes) Projection(int free, int bound, int made)
    {
        var (stay, summed, anew) = (Letters(0, free), Letters(free, bound), Letters(free + bound, made));
        return ($"{stay}{summed},{summed}{anew}->{stay}{anew}", anew);
    }

    /// <summary>The scores of keys and queries, and the means of the values by them.</summary>
    /// <param name="rank">The rank of the projected inputs: (batch, …, heads, d).</param>
    /// <param name="axes">The axes that are attended over.</param>
    public static (string Scores, string Means, int ScoresRank) Attention(int rank, int[] axes)
    {
        var target = Letters(0, rank);
        var source = target.ToCharArray();
        var next = rank;
        foreach (var axis in axes.Order())
        {
            source[axis] = Letter(next++);
        }

        var batch = Enumerable.Range(0, rank - 1).Except(axes).Select(axis => target[axis]);
        var scores = string.Concat(batch.Concat(axes.Select(axis => target[axis])).Concat(axes.Select(axis => source[axis])));
        return ($"{new string(source)},{target}->{scores}", $"{scores},{new string(source)}->{target}", scores.Length);
    }

    private static string Letters(int from, int count) => string.Concat(Enumerable.Range(from, count).Select(Letter));

    private static char Letter(int i) => (char)('a' + i);
}

namespace KerasSharp;

/// <summary>Statistical figures, after seaborn: <c>using sns = KerasSharp.seaborn;</c> (<see href="https://seaborn.pydata.org/api.html"/>).</summary>
public static partial class seaborn;

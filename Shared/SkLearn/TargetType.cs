namespace KerasSharp.sklearn;

/// <summary>
/// What scikit-learn takes a list of targets for.
/// Source: <see href="https://scikit-learn.org/stable/modules/generated/sklearn.utils.multiclass.type_of_target.html"/>.
/// </summary>
internal static class TargetType
{
    public static string Of(Labels targets)
    {
        var continuous = targets.Values.Any(value => value is double number && !double.IsInteger(number));
        var distinct = targets.Values.Distinct().Take(3).Count();
        return targets.Columns > 1
            ? continuous ? "continuous-multioutput" : distinct <= 2 ? "multilabel-indicator" : "multiclass-multioutput"
            : continuous ? "continuous" : distinct <= 2 ? "binary" : "multiclass";
    }
}

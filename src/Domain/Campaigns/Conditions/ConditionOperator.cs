namespace CampaignEngine.Domain.Campaigns.Conditions;

/// <summary>
/// What a condition asks of its field. A field that the event lacks, or whose value is <c>null</c>, makes all but
/// <see cref="Exists"/> and <see cref="Ne"/> false.
/// </summary>
/// <remarks>
/// Equal means: two texts with the same characters (no case folding, no normalisation), two numbers with the same
/// value (1.0 and 1 are equal), or twice the same boolean. Values of different types, arrays and objects never are.
/// Numbers of events are rounded to what a decimal holds (28 to 29 digits); one that is too large for a decimal is
/// equal to nothing and neither above nor below anything.
/// </remarks>
public enum ConditionOperator
{
    /// <summary>The field is equal to the value.</summary>
    Eq = 1,

    /// <summary>Not <see cref="Eq"/>; so also true for a field that is missing, null or of another type.</summary>
    Ne = 2,

    /// <summary>The field is a number above the value. The value of this and the next three is a number.</summary>
    Gt = 3,

    Gte = 4,

    Lt = 5,

    Lte = 6,

    /// <summary>The field is equal to one of the values.</summary>
    In = 7,

    /// <summary>The field is there, not null, and equal to none of the values; true for arrays and objects.</summary>
    NotIn = 8,

    /// <summary>The field is a text with the value (a text) in it, or an array with an equal element.</summary>
    Contains = 9,

    /// <summary>The field is a text that begins with the value.</summary>
    StartsWith = 10,

    /// <summary>With true: the field is there and not null. With false: it is missing or null.</summary>
    Exists = 11,
}

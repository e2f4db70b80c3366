namespace CampaignEngine.Domain.Campaigns.Conditions;

/// <summary>A value that a condition compares with: a text, a number or a boolean.</summary>
public abstract record Scalar
{
    private Scalar() { }

    /// <summary>Well-formed Unicode, at most 500 characters.</summary>
    public sealed record Text(string Value) : Scalar;

    /// <summary>At most 28 digits, exactly as written.</summary>
    public sealed record Number(decimal Value) : Scalar;

    public sealed record Flag(bool Value) : Scalar;
}

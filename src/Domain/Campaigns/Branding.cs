namespace CampaignEngine.Domain.Campaigns;

/// <summary>The member <c>branding</c>: how the campaign is shown. It decides nothing; what is null was not given.</summary>
/// <param name="Color">A CSS colour: a hash and 3 or 6 hexadecimal digits.</param>
/// <param name="LogoUrl">An https URL; so are the other two.</param>
public sealed record Branding(string? Title, string? Color, string? LogoUrl, string? TermsUrl, string? PrivacyUrl)
{
    public static readonly Branding None = new(null, null, null, null, null);
}

namespace CampaignEngine.Domain.Campaigns.Reading;

/// <summary>Reads <c>branding</c>; none of its members is required.</summary>
internal static class BrandingReader
{
    private static readonly MemberNames Names = new(["title", "color", "logoUrl", "termsUrl", "privacyUrl"]);

    public static Branding Read(JsonPart part)
    {
        if (ObjectPart.Open(part, Names) is not { } branding)
            return Branding.None;
        return new Branding(
            branding.Optional("title", TextShape.Name, null),
            branding.Optional("color", ColorShape.Instance, null),
            branding.Optional("logoUrl", HttpsUrlShape.Instance, null),
            branding.Optional("termsUrl", HttpsUrlShape.Instance, null),
            branding.Optional("privacyUrl", HttpsUrlShape.Instance, null));
    }
}

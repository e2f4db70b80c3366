using CampaignEngine.Domain.Points;

namespace CampaignEngine.Domain.Campaigns.Reading;

/// <summary>
/// Reads the document itself. Required: <c>name</c>, <c>startsAt</c>, <c>endsAt</c>. By default <c>timeZone</c> is UTC,
/// <c>codes</c> is false, and there is nothing of the rest.
/// </summary>
internal static class CampaignReader
{
    private static readonly MemberNames Names = new(
        [
            "name", "startsAt", "endsAt", "timeZone", "points", "milestones", "streak", "instantWin", "referrals", "codes",
            "branding",
        ]);

    /// <returns>A definition that may be used only if no error was reported.</returns>
    public static CampaignDefinition? Read(JsonPart part)
    {
        if (ObjectPart.Open(part, Names) is not { } campaign)
            return null;
        var name = campaign.Required("name", TextShape.Name);
        var startsAt = campaign.Required("startsAt", MomentShape.Instance);
        var endsAt = campaign.Required("endsAt", MomentShape.Instance);
        // The default stands for a time that was wrong and has an error already.
        if (startsAt != default && endsAt != default && startsAt >= endsAt)
            campaign.Find("endsAt")?.Refuse("The campaign ends before it starts. Write a time after startsAt.");
        var zone = campaign.Optional("timeZone", TimeZoneShape.Instance, "UTC");
        var points = campaign.Find("points") is { } written ? PointsReader.Read(written) : new PointsDefinition([]);
        var milestones = campaign.Find("milestones") is { } ladder ? MilestonesReader.Read(ladder) : [];
        var streak = campaign.Find("streak") is { } days ? StreakReader.Read(days) : null;
        var instantWin = campaign.Find("instantWin") is { } game ? InstantWinReader.Read(game) : null;
        return new CampaignDefinition(name!, startsAt, endsAt, zone!, points, milestones, instantWin)
        {
            Streak = streak,
            Referrals = campaign.Find("referrals") is { } referrals ? ReferralsReader.Read(referrals) : null,
            HasCodes = campaign.Optional("codes", BooleanShape.Instance, false),
            Branding = campaign.Find("branding") is { } branding ? BrandingReader.Read(branding) : Branding.None,
        };
    }
}

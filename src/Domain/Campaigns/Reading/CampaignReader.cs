using CampaignEngine.Domain.Points;

namespace CampaignEngine.Domain.Campaigns.Reading;

/// <summary>
/// Reads the document itself. Required: <c>name</c>, <c>startsAt</c>, <c>endsAt</c>. By default <c>timeZone</c> is UTC,
/// and there are no points, no milestones and no instant win.
/// </summary>
internal static class CampaignReader
{
    private static readonly MemberNames Names = new(
        ["name", "startsAt", "endsAt", "timeZone", "points", "milestones", "instantWin"], UnsupportedMembers.Campaign);

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
        return new CampaignDefinition(
            name!,
            startsAt,
            endsAt,
            campaign.Optional("timeZone", TimeZoneShape.Instance, "UTC")!,
            campaign.Find("points") is { } points ? PointsReader.Read(points) : new PointsDefinition([]),
            campaign.Find("milestones") is { } milestones ? MilestonesReader.Read(milestones) : [],
            campaign.Find("instantWin") is { } instantWin ? InstantWinReader.Read(instantWin) : null);
    }
}

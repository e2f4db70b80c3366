namespace CampaignEngine.Gateway.Tests.Compatibility;

/// <summary>All of them, in the order of docs/compatibility.md.</summary>
internal static class Facts
{
    public static IReadOnlyList<Fact> All { get; } =
    [
        .. CommonFacts.All,
        .. EventFacts.All,
        .. ParticipantFacts.All,
    ];
}

using System.Globalization;
using CampaignEngine.Gateway.Answers;
using CampaignEngine.Grains.Interfaces.Histories;

namespace CampaignEngine.Gateway.Participants;

/// <summary>Turns what the grain says into what goes over the wire.</summary>
internal static class HistoryAnswer
{
    public static PageResponse<HistoryResponse> From(HistoryPage page) =>
        new([.. page.Entries.Select(From)], page.Next?.ToString(CultureInfo.InvariantCulture));

    private static HistoryResponse From(HistoryEntry entry) => new(
        NameOf(entry.Kind),
        WireTime.Format(entry.RecordedAt),
        entry.Points,
        entry.PrizePoints,
        entry.DefinitionVersion,
        entry.Milestones.Count == 0 ? null : [.. entry.Milestones.Select(ParticipantAnswer.From)],
        entry.Event?.EventType,
        entry.Event?.EventId,
        WireTime.FormatOrNull(entry.Event?.OccurredAt),
        entry.Event?.Metadata is { } metadata ? new RawJson(metadata) : null,
        entry.Event is { Rules.Count: > 0 } recorded ? [.. recorded.Rules.Select(rule => new RulePointsResponse(rule.Id, rule.Points))] : null,
        entry.Event is { PlayNumber: { } play, Win: var win } ? new HistoryPlayResponse(play, win is not null, win?.PrizeTier, win?.WinCode) : null);

    private static string NameOf(HistoryKind kind) => kind switch
    {
        HistoryKind.Event => "event",
        HistoryKind.Adjustment => "adjustment",
        HistoryKind.Excluded => "exclusion",
        HistoryKind.Included => "inclusion",
        HistoryKind.WinVoided => "win_voided",
        HistoryKind.ReferralMade => "referral_made",
        HistoryKind.Referred => "referred",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A new kind needs a name here."),
    };
}

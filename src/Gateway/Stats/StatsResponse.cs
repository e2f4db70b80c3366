using System.Text.Json.Serialization;
using CampaignEngine.Gateway.Codes;
using CampaignEngine.Gateway.Prizes;

namespace CampaignEngine.Gateway.Stats;

/// <summary>What a campaign's participants come to.</summary>
/// <param name="Events">Recorded events, not corrections.</param>
/// <param name="Points">Of all totals; 2^63−1 when it is more.</param>
/// <param name="Wins">Also those that were taken back.</param>
/// <param name="Stock">By tier; empty when the campaign has no instant win.</param>
public sealed record StatsResponse(
    long Participants, long Events, long Points, long Plays, long Wins, IReadOnlyList<TierStockResponse> Stock, CodeStatsResponse Codes)
{
    /// <summary>Only when an interval was asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SeriesResponse? Series { get; init; }
}

using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using CampaignEngine.Domain.Campaigns.Conditions;

namespace CampaignEngine.Domain.Campaigns;

/// <summary>The game of a campaign: what is a play, and what a draw hits.</summary>
public sealed class InstantWin
{
    private readonly FrozenSet<string> _eventTypes;
    private readonly ConditionList _when;
    private readonly OddsTable _odds;

    internal InstantWin(InstantWinDefinition definition)
    {
        _eventTypes = definition.EventTypes.ToFrozenSet(StringComparer.Ordinal);
        _when = new ConditionList(definition.When);
        _odds = new OddsTable(definition.Tiers.Select(tier => tier.Odds));
        Mode = definition.Mode;
        DeckSize = definition.DeckSize ?? 0;
        MaxPlays = definition.MaxPlays;
        RecordWithoutPlay = definition.RecordWithoutPlay;
        MaxWinsPerUser = definition.MaxWinsPerUser;
        LosingMessage = definition.LosingMessage;
        Tiers = [.. definition.Tiers.Select((tier, index) => new PrizeTier(
            index, tier.Name, tier.Quantity, tier.Odds, tier.Points, tier.Message ?? PrizeTier.DefaultMessage(tier.Name))
            {
                MaxPerDay = tier.MaxPerDay,
                HasOwnCodes = tier.HasOwnCodes,
            })];
    }

    public InstantWinMode Mode { get; }

    /// <summary>Cards in the deck; 0 in the other modes.</summary>
    public long DeckSize { get; }

    /// <summary>All of them hold; empty is unlimited.</summary>
    public ImmutableArray<CountLimit> MaxPlays { get; }

    /// <summary>An event beyond <see cref="MaxPlays"/> is recorded without a play (true) or refused (false).</summary>
    public bool RecordWithoutPlay { get; }

    /// <summary>Null is unlimited.</summary>
    public int? MaxWinsPerUser { get; }

    /// <summary>In the order of the definition; the place is the tier's index.</summary>
    public ImmutableArray<PrizeTier> Tiers { get; }

    public string LosingMessage { get; }

    /// <param name="metadata">An object, or <c>default</c> when the event has none.</param>
    public bool IsPlay(string eventType, JsonElement metadata) =>
        HasEventType(eventType) && FailedCondition(metadata) is null;

    public bool HasEventType(string eventType) => _eventTypes.Contains(eventType);

    /// <returns>The index of the first condition that does not hold, or null when all do.</returns>
    public int? FailedCondition(JsonElement metadata) => _when.FirstFailed(metadata);

    /// <param name="draw">The first 8 bytes of the draw, big endian.</param>
    /// <returns>The index of the tier that the draw hits, or null: it loses.</returns>
    public int? TierHit(ulong draw) => _odds.Hit(draw);
}

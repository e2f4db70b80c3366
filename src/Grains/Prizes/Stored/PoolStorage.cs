using CampaignEngine.Domain.Participants;
using CampaignEngine.Domain.Prizes;

namespace CampaignEngine.Grains.Prizes.Stored;

/// <summary>Between what a pool decides and what is kept of it.</summary>
internal static class PoolStorage
{
    public static StoredPoolEntry ToStored(PoolEntry entry) => entry switch
    {
        PoolOpened opened => new StoredPoolOpened(
            opened.DefinitionVersion,
            [.. opened.Tiers.Select(tier => new StoredTierStock(tier.Name, tier.Quantity, tier.Quantity, 0, 0))]),
        CodesLeased leased => new StoredCodesLeased(leased.Start, leased.Count),
        PrizeAwarded awarded => new StoredPrizeAwarded(
            awarded.Award, awarded.Participant.Value, awarded.Play, awarded.Tier, awarded.CodeNumber, awarded.Closes),
        ClaimsClosed closed => new StoredClaimsClosed([.. closed.Awards]),
        ClaimVoided voided => new StoredClaimVoided(voided.Award),
        _ => throw new InvalidOperationException($"{entry.GetType().Name} has no stored form."),
    };

    public static PoolEntry FromStored(StoredPoolEntry entry) => entry switch
    {
        StoredPoolOpened opened => new PoolOpened(
            opened.DefinitionVersion, [.. opened.Tiers.Select(tier => new StockedTier(tier.Name, tier.Stocked))]),
        StoredCodesLeased leased => new CodesLeased(leased.Start, leased.Count),
        StoredPrizeAwarded awarded => new PrizeAwarded(
            awarded.Award, new ParticipantRef(awarded.Participant), awarded.Play, awarded.Tier, awarded.CodeNumber, awarded.Closes),
        StoredClaimsClosed closed => new ClaimsClosed([.. closed.Awards]),
        StoredClaimVoided voided => new ClaimVoided(voided.Award),
        _ => throw new InvalidOperationException($"{entry.GetType().Name} is no entry of a pool."),
    };

    public static StoredPool ToStored(PrizePoolState state, DateTimeOffset lastEntryAt) => new(
        [.. state.Tiers.Select(tier => new StoredTierStock(tier.Name, tier.Stocked, tier.Remaining, tier.Open, tier.Awarded))],
        [.. state.OpenClaims.Select(claim => new StoredOpenClaim(
            claim.Id.Participant.Value, claim.Id.Play, claim.Award, claim.Tier, claim.CodeNumber))],
        state.LastAward,
        state.Codes.Start,
        state.Codes.Count,
        lastEntryAt);

    public static PrizePoolState FromStored(StoredPool state) => new(
        [.. state.Tiers.Select(tier => new TierStock(tier.Name, tier.Stocked, tier.Remaining, tier.Open, tier.Awarded))],
        [.. state.OpenClaims.Select(claim => new OpenClaim(
            new ClaimId(new ParticipantRef(claim.Participant), claim.Play), claim.Award, claim.Tier, claim.CodeNumber))],
        state.LastAward,
        new CodeLease(state.CodesStart, state.CodesCount));
}

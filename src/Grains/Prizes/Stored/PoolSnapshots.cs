using CampaignEngine.Domain.Participants;
using CampaignEngine.Domain.Prizes;

namespace CampaignEngine.Grains.Prizes.Stored;

/// <summary>Between a pool and its snapshot.</summary>
internal static class PoolSnapshots
{
    private const int NoTier = -1;

    public static StoredPool ToStored(PrizePoolState state, DateTimeOffset lastEntryAt) => new(
        [.. state.Tiers.Select(tier => new StoredTierStock(tier.Name, tier.Stocked, tier.Remaining, tier.Open, tier.Awarded))],
        [.. state.OpenClaims.Select(claim => new StoredOpenClaim(
            claim.Id.Participant.Value, claim.Id.Play, claim.Award, claim.Tier ?? NoTier, claim.CodeNumber, claim.Day,
            claim.OwnCode, claim.OwnCodeReturns))],
        state.LastAward,
        state.Codes.Start,
        state.Codes.Count,
        lastEntryAt,
        [.. state.Tiers.Select(tier => new StoredTierMore(
            tier.Voided, tier.Waiting, tier.Day, tier.InDay, tier.IsLow, tier.Drawn, tier.OwnCodes, tier.OwnCodesUsed,
            [.. tier.ReturnedCodes.Select(code => new StoredReturnedCode(code.Code, code.Returns))]))],
        state.Cards,
        state.Now,
        state.LostCards,
        [.. state.Added.Select(added => new StoredAddedUnits(added.Tier, added.FirstUnit, added.Count, added.At))],
        [.. state.TakenBack.Select(PoolStorage.ToStored)]);

    public static PrizePoolState FromStored(StoredPool state) => new(
        [.. state.Tiers.Select((tier, index) => FromStored(tier, state.More?[index]))],
        [.. state.OpenClaims.Select(claim => new OpenClaim(
            new ClaimId(new ParticipantRef(claim.Participant), claim.Play), claim.Award, claim.Tier == NoTier ? null : claim.Tier,
            claim.CodeNumber)
            {
                Day = claim.Day,
                OwnCode = claim.OwnCode,
                OwnCodeReturns = claim.OwnCodeReturns,
            })],
        state.LastAward,
        new CodeLease(state.CodesStart, state.CodesCount))
    {
        Cards = state.Cards,
        Now = state.Now,
        LostCards = state.LostCards,
        Added = [.. (state.Added ?? []).Select(added => new AddedUnits(added.Tier, added.FirstUnit, added.Count, added.At))],
        TakenBack = [.. (state.TakenBack ?? []).Select(PoolStorage.FromStored)],
    };

    private static TierStock FromStored(StoredTierStock tier, StoredTierMore? more)
    {
        var stock = new TierStock(tier.Name, tier.Stocked, tier.Remaining, tier.Open, tier.Awarded);
        return more is null ? stock : stock with
        {
            Voided = more.Voided,
            Waiting = more.Waiting,
            Day = more.Day,
            InDay = more.InDay,
            IsLow = more.IsLow,
            Drawn = more.Drawn,
            OwnCodes = more.OwnCodes,
            OwnCodesUsed = more.OwnCodesUsed,
            ReturnedCodes = [.. more.ReturnedCodes.Select(code => new ReturnedCode(code.Code, code.Returns))],
        };
    }
}

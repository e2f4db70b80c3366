using CampaignEngine.Domain.Participants;
using CampaignEngine.Domain.Prizes;

namespace CampaignEngine.Grains.Prizes.Stored;

/// <summary>Between what a pool decides and what is kept of it.</summary>
internal static class PoolStorage
{
    public static StoredPoolEntry ToStored(PoolEntry entry) => entry switch
    {
        PrizeAwarded awarded => ToStored(awarded),
        CardLost lost => new StoredCardLost(
            lost.Award, lost.Participant.Value, lost.Play, lost.Card, lost.NextCode, lost.Withheld, lost.Closes),
        ClaimsClosed closed => new StoredClaimsClosed([.. closed.Awards]),
        ClaimVoided voided => new StoredClaimVoided(voided.Award),
        PoolOpened opened => new StoredPoolOpened(
            opened.DefinitionVersion,
            [.. opened.Tiers.Select(tier => new StoredTierStock(tier.Name, tier.Quantity, tier.Quantity, 0, 0))]),
        CodesLeased leased => new StoredCodesLeased(leased.Start, leased.Count),
        TierRanLow low => new StoredTierRanLow(low.Tier, low.Stocked, low.Remaining),
        TierRestocked restocked => new StoredTierRestocked(
            restocked.Tier, restocked.Added, restocked.At, restocked.Stocked, restocked.Remaining, restocked.Command, restocked.Fingerprint),
        OwnCodesKnown known => new StoredOwnCodesKnown(known.Tier, known.Count),
        WinTakenBack taken => ToStored(taken),
        WinVoidRecorded recorded => new StoredWinVoidRecorded(recorded.Award),
        WinRedeemed redeemed => new StoredWinRedeemed(redeemed.Award, redeemed.Command, redeemed.Winner?.TotalPoints),
        _ => throw new InvalidOperationException($"{entry.GetType().Name} has no stored form."),
    };

    public static PoolEntry FromStored(StoredPoolEntry entry) => entry switch
    {
        StoredPrizeAwarded awarded => FromStored(awarded),
        StoredCardLost lost => new CardLost(
            lost.Award, new ParticipantRef(lost.Participant), lost.Play, lost.Card, lost.NextCode, lost.Withheld, lost.Closes),
        StoredClaimsClosed closed => new ClaimsClosed([.. closed.Awards]),
        StoredClaimVoided voided => new ClaimVoided(voided.Award),
        StoredPoolOpened opened => new PoolOpened(
            opened.DefinitionVersion, [.. opened.Tiers.Select(tier => new StockedTier(tier.Name, tier.Stocked))]),
        StoredCodesLeased leased => new CodesLeased(leased.Start, leased.Count),
        StoredTierRanLow low => new TierRanLow(low.Tier, low.Stocked, low.Remaining),
        StoredTierRestocked restocked => new TierRestocked(
            restocked.Tier, restocked.Added, restocked.At, restocked.Stocked, restocked.Remaining, restocked.Command, restocked.Fingerprint),
        StoredOwnCodesKnown known => new OwnCodesKnown(known.Tier, known.Count),
        StoredWinTakenBack taken => FromStored(taken),
        StoredWinVoidRecorded recorded => new WinVoidRecorded(recorded.Award),
        StoredWinRedeemed redeemed => new WinRedeemed(
            redeemed.Award, redeemed.Command, redeemed.WinnersPoints is { } points ? new WinnersRedemption(points) : null),
        _ => throw new InvalidOperationException($"{entry.GetType().Name} is no entry of a pool."),
    };

    public static StoredWinTakenBack ToStored(WinTakenBack taken) => new(
        taken.Award, taken.Participant.Value, taken.Play, taken.Tier, taken.Restocked);

    public static WinTakenBack FromStored(StoredWinTakenBack taken) => new(
        taken.Award, new ParticipantRef(taken.Participant), taken.Play, taken.Tier, taken.Restocked);

    /// <summary>The short form where it says everything: with every event winning, its bytes are most of the journal.</summary>
    private static StoredPrizeAwarded ToStored(PrizeAwarded awarded) =>
        awarded is { Day: 0, Card: 0, FromWaiting: false, Withheld: null, At: 0, OwnCode: 0 }
            ? new StoredPrizeAwarded(
                awarded.Award, awarded.Participant.Value, awarded.Play, awarded.Tier, awarded.CodeNumber, awarded.Closes)
            : new StoredPrizeTaken(
                awarded.Award, awarded.Participant.Value, awarded.Play, awarded.Tier, awarded.CodeNumber, awarded.Closes)
            {
                Day = awarded.Day,
                Card = awarded.Card,
                FromWaiting = awarded.FromWaiting,
                Withheld = awarded.Withheld,
                Moment = awarded.Moment,
                At = awarded.At,
                OwnCode = awarded.OwnCode,
                OwnCodeReturns = awarded.OwnCodeReturns,
            };

    private static PrizeAwarded FromStored(StoredPrizeAwarded awarded)
    {
        var plain = new PrizeAwarded(
            awarded.Award, new ParticipantRef(awarded.Participant), awarded.Play, awarded.Tier, awarded.CodeNumber, awarded.Closes);
        return awarded is not StoredPrizeTaken taken ? plain : plain with
        {
            Day = taken.Day,
            Card = taken.Card,
            FromWaiting = taken.FromWaiting,
            Withheld = taken.Withheld,
            Moment = taken.Moment,
            At = taken.At,
            OwnCode = taken.OwnCode,
            OwnCodeReturns = taken.OwnCodeReturns,
        };
    }
}

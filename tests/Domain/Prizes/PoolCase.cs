using CampaignEngine.Domain.Campaigns;
using CsCheck;

namespace CampaignEngine.Domain.Tests.Prizes;

/// <summary>A pool of three tiers and what is done to it.</summary>
/// <param name="Seed">Of the deck and the moments.</param>
/// <param name="LosingCards">Of a deck.</param>
internal sealed record PoolCase(
    InstantWinMode Mode, int Seed, PoolCase.Stock Gold, PoolCase.Stock Silver, PoolCase.Stock Bronze, int LosingCards, PoolCase.Step[] Steps)
{
    public enum What
    {
        Claim,
        Commit,
        Release,
        Close,
        Restock,
        TakeBack,
        RecordTakenBack,
        Restart,
    }

    public sealed record Stock(int Quantity, int MaxPerDay);

    /// <param name="Minutes">Since the step before.</param>
    /// <param name="Number">Of units or codes.</param>
    /// <param name="IsSo">What the step may do or leave.</param>
    public sealed record Step(What What, int User, int Minutes, int Tier, int Number, bool IsSo, bool IsLate, bool IsIneligible);

    private static readonly Gen<Step> AnyStep = Gen.Select(
        Gen.Frequency(
            (14, Gen.Const(What.Claim)), (4, Gen.Const(What.Commit)), (2, Gen.Const(What.Release)), (2, Gen.Const(What.Close)),
            (1, Gen.Const(What.Restock)), (2, Gen.Const(What.TakeBack)), (2, Gen.Const(What.RecordTakenBack)), (1, Gen.Const(What.Restart))),
        Gen.Int[0, PoolHistory.Users - 1], Gen.Int[0, 69], Gen.Int[0, 2], Gen.Int[0, 6], Gen.Bool, Gen.Int[0, 29],
        (what, user, minutes, tier, number, isSo, odd) => new Step(what, user, minutes, tier, number, isSo, odd % 5 == 0, odd % 6 == 0));

    public static Gen<PoolCase> Any(InstantWinMode mode) => Gen.Select(
        Gen.Int[0, 1_000_000], AnyStock(2, 5, 2), AnyStock(4, 11, 9), AnyStock(8, 23, 5), Gen.Int[0, 39], AnyStep.Array[0, 200],
        (seed, gold, silver, bronze, losing, steps) => new PoolCase(mode, seed, gold, silver, bronze, losing, steps));

    private static Gen<Stock> AnyStock(int least, int most, int maxPerDay) =>
        Gen.Select(Gen.Int[least, most], Gen.Int[1, maxPerDay], (quantity, perDay) => new Stock(quantity, perDay));
}

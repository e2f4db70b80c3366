using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Prizes.Stored;

namespace CampaignEngine.Histories;

internal enum AwardFate { Open, Closed, Voided }

/// <param name="Tier">Null for a card that lost.</param>
/// <param name="OwnCode">0 when the engine made the code.</param>
internal sealed record PoolAward(long Number, UInt128 Participant, long Play, int? Tier, int Day, int OwnCode, AwardFate Fate);

/// <summary>A pool's entries, counted without the code under test, and what is wrong with them at any prefix.</summary>
internal sealed class PoolFold
{
    private readonly CampaignRecord _record;
    private readonly HashSet<long> _codeNumbers = [];
    private readonly HashSet<(int Tier, int Code)> _ownCodes = [];
    private readonly HashSet<long> _unrecorded = [];
    private readonly string[] _names;
    private readonly long[] _stocked;
    private readonly long[] _taken;
    private readonly long[] _waiting;
    private long _cards;

    private PoolFold(CampaignRecord record, StoredTierStock[] tiers)
    {
        _record = record;
        _names = [.. tiers.Select(tier => tier.Name)];
        _stocked = [.. tiers.Select(tier => tier.Stocked)];
        (_taken, _waiting) = (new long[tiers.Length], new long[tiers.Length]);
    }

    public Dictionary<long, PoolAward> Awards { get; } = [];

    public HashSet<long> TakenBack { get; } = [];

    public List<string> Violations { get; } = [];

    private bool IsOdds => _record.Game.Mode == InstantWinMode.Odds;

    public static PoolFold Of(CampaignRecord record)
    {
        var opened = record.Pool.OfType<StoredPoolOpened>().ToList();
        var fold = new PoolFold(record, opened.Count > 0 ? opened[0].Tiers : []);
        if (opened.Count != 1)
        {
            fold.Violations.Add($"I1: the pool was opened {opened.Count} times");
            return fold;
        }

        foreach (var entry in record.Pool)
            fold.Take(entry);
        fold.Violations.AddRange(fold.Awards.Values.Where(award => award.Fate == AwardFate.Open).Select(award => $"I1: award {award.Number} is still open"));
        fold.Violations.AddRange(fold._unrecorded.Select(award => $"I1: the void of award {award} is not finished"));
        return fold;
    }

    private void Take(StoredPoolEntry entry)
    {
        switch (entry)
        {
            case StoredPrizeAwarded awarded:
                Take(awarded, awarded as StoredPrizeTaken);
                break;
            case StoredCardLost lost:
                Close(lost.Closes);
                Add(new PoolAward(lost.Award, lost.Participant, lost.Play, Tier: null, 0, 0, AwardFate.Open));
                TakeCard(lost.Card, lost.Withheld);
                break;
            case StoredClaimsClosed closed:
                foreach (var award in closed.Awards)
                    Close(award);
                break;
            case StoredClaimVoided voided:
                if (End(voided.Award, AwardFate.Voided) is { Tier: { } tier } claim)
                {
                    GiveBack(tier);
                    _ownCodes.Remove((tier, claim.OwnCode));
                }

                break;
            case StoredTierRestocked restocked:
                _stocked[restocked.Tier] += restocked.Added;
                if (restocked.Stocked != _stocked[restocked.Tier] || restocked.Remaining != _stocked[restocked.Tier] - _taken[restocked.Tier])
                    Violations.Add($"I1: {restocked.Added} units made {restocked.Stocked} of tier {_names[restocked.Tier]}");
                break;
            case StoredTierRanLow low when low.Remaining * 10 >= low.Stocked:
                Violations.Add($"I1: tier {_names[low.Tier]} ran low with {low.Remaining} of {low.Stocked}");
                break;
            case StoredWinTakenBack taken:
                TakeBack(taken);
                break;
            case StoredWinVoidRecorded recorded when !_unrecorded.Remove(recorded.Award):
                Violations.Add($"I1: the void of award {recorded.Award} was finished and never begun");
                break;
        }
    }

    private void Take(StoredPrizeAwarded awarded, StoredPrizeTaken? more)
    {
        Close(awarded.Closes);
        Add(new PoolAward(
            awarded.Award, awarded.Participant, awarded.Play, awarded.Tier, more?.Day ?? 0, more?.OwnCode ?? 0, AwardFate.Open));
        if (!_codeNumbers.Add(awarded.CodeNumber))
            Violations.Add($"I2: code number {awarded.CodeNumber} was used twice");
        TakeCard(more?.Card ?? 0, more?.Withheld);
        if (more is { OwnCode: not 0 } && !_ownCodes.Add((awarded.Tier, more.OwnCode)))
            Violations.Add($"I2: uploaded code {more.OwnCode} was handed out twice");
        if (more is { FromWaiting: true } && --_waiting[awarded.Tier] < 0)
            Violations.Add($"I1: award {awarded.Award} is of a unit that did not wait");
        if (++_taken[awarded.Tier] > _stocked[awarded.Tier])
            Violations.Add($"I1: tier {_names[awarded.Tier]} gave more than its {_stocked[awarded.Tier]}");
        if (_record.Game.Tiers[awarded.Tier].MaxPerDay is { } most
            && Awards.Values.Count(award => award.Tier == awarded.Tier && award.Day == more?.Day && award.Fate != AwardFate.Voided) > most)
            Violations.Add($"I7: tier {_names[awarded.Tier]} gave more than {most} on day {more?.Day}");
    }

    private void TakeCard(long card, int? withheld)
    {
        if (card != 0 && card != ++_cards)
            Violations.Add($"I1: card {card} was taken after {_cards - 1} cards");
        if (withheld is { } tier)
            _waiting[tier]++;
    }

    private void TakeBack(StoredWinTakenBack taken)
    {
        if (!Awards.TryGetValue(taken.Award, out var award) || award.Fate != AwardFate.Closed || award.Tier != taken.Tier)
            Violations.Add($"I1: award {taken.Award} was taken back and nobody had won it");
        if (!TakenBack.Add(taken.Award))
            Violations.Add($"I1: award {taken.Award} was taken back twice");
        _unrecorded.Add(taken.Award);
        if (taken.Restocked)
            GiveBack(taken.Tier);
    }

    private void GiveBack(int tier)
    {
        _taken[tier]--;
        if (!IsOdds)
            _waiting[tier]++;
    }

    private void Add(PoolAward award)
    {
        if (!Awards.TryAdd(award.Number, award))
            Violations.Add($"I1: award {award.Number} was made twice");
    }

    private void Close(long award)
    {
        if (award != 0)
            End(award, AwardFate.Closed);
    }

    private PoolAward? End(long number, AwardFate fate)
    {
        if (!Awards.TryGetValue(number, out var award) || award.Fate != AwardFate.Open)
        {
            Violations.Add($"I1: award {number} was {fate} and was not open");
            return null;
        }

        return Awards[number] = award with { Fate = fate };
    }
}

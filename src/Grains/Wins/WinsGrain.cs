using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Prizes;
using CampaignEngine.Grains.Codes;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Interfaces.Prizes;
using CampaignEngine.Grains.Interfaces.Wins;
using CampaignEngine.Grains.Prizes;
using CampaignEngine.Grains.Prizes.Stored;
using CampaignEngine.Grains.Registry;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;
using Orleans.Concurrency;

namespace CampaignEngine.Grains.Wins;

/// <summary>
/// Reads the pool's entries and asks the participants: an award counts only when its participant's entry carries it, for
/// nobody was told of the others. Apart from the pool, so that no claim waits for a list.
/// </summary>
[GrainType("wins"), StatelessWorker]
internal sealed class WinsGrain : Grain, IWinsGrain
{
    /// <summary>For one page: the losing cards of a deck lie between the wins.</summary>
    private const int MaxEntriesRead = 5_000;

    private readonly CampaignId _campaign;
    private readonly IJournal _journal;
    private readonly EntryCodec _codec;
    private readonly ICampaignDirectory _directory;
    private readonly ParticipantGrains _participants;
    private readonly AwardFinder _awards;
    private readonly WinFinder _wins;
    private readonly StockHashes _hashes;

    public WinsGrain(
        IGrainContext context, IJournal journal, EntryCodec codec, CodeBook codes, ICampaignDirectory directory, ParticipantGrains participants,
        StockHashes hashes)
    {
        _campaign = CampaignKey.Parse(context.GrainId.Key.ToString());
        (_journal, _codec, _directory, _participants, _hashes) = (journal, codec, directory, participants, hashes);
        _awards = new AwardFinder(journal, StreamNames.PrizePool(_campaign), codec);
        _wins = new WinFinder(_campaign, _awards, codes, GrainFactory.GetGrain<IPrizeCodesGrain>(CampaignKey.Format(_campaign)));
    }

    public async ValueTask<WinPage> List(long? before, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, WinPage.MaxLimit);
        if (await FindCampaignAsync() is not { } campaign || before <= 1)
            return new WinPage([], null);

        List<PrizeAwarded> awards = [];
        var (version, read) = (0L, 0);
        await foreach (var entry in _journal.ReadEntriesAsync(StreamNames.PrizePool(_campaign), before - 1 ?? long.MaxValue, backwards: true))
        {
            version = entry.Version;
            if (PoolStorage.FromStored(_codec.Decode<StoredPoolEntry>(entry.Public)) is PrizeAwarded awarded)
                awards.Add(awarded);
            if (awards.Count == limit || ++read == MaxEntriesRead)
                break;
        }

        var wins = await Task.WhenAll(awards.Select(award => ShowAsync(campaign, award)));
        return new WinPage([.. wins.OfType<WinRecord>().Where(win => win.UserId is not null)], version > 1 ? version : null);
    }

    public async ValueTask<WinRecord?> Find(string winCode) =>
        await FindCampaignAsync() is { } campaign && await _wins.ByCodeAsync(campaign, winCode) is { } award
            ? await ShowAsync(campaign, award)
            : null;

    public async ValueTask<long?> FindByWinnersKey(UInt128 participant, string key) =>
        (await _awards.ByKeyAsync<PoolEntry>(PoolKeys.OfCommand(_hashes.OfWinnersKey(participant, key))))?.Entry is WinRedeemed redeemed
            ? redeemed.Award
            : null;

    private async Task<WinRecord?> ShowAsync(Campaign campaign, PrizeAwarded award)
    {
        if (await _participants.Get(_campaign, award.Participant).FindWin(award.Award) is not { } won)
            return null;
        var redeemed = await _awards.ByKeyAsync<WinRedeemed>(PoolKeys.OfWinRedeemed(award.Award));
        var voided = await _awards.ByKeyAsync<WinTakenBack>(PoolKeys.OfWinTakenBack(award.Award));
        return new WinRecord(
            award.Award, award.Participant.Value, campaign.InstantWin!.Tiers[award.Tier].Name, won.WinCode,
            won.UserId.Length == 0 ? null : won.UserId, won.WonAt, redeemed?.Time, voided?.Time);
    }

    private async ValueTask<Campaign?> FindCampaignAsync() =>
        await _directory.FindCampaignAsync(_campaign) is { WasActivated: true, Campaign: { InstantWin: not null } campaign } ? campaign : null;
}

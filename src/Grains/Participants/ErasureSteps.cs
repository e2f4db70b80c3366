using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Participants;
using CampaignEngine.Grains.Interfaces.Codes;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Grains.Referrals;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;
using StreamId = CampaignEngine.Journal.StreamId;

namespace CampaignEngine.Grains.Participants;

/// <summary>
/// Takes a person who was erased out of what is kept: the entries of the participant, and those of others that name the
/// person. Outside the participant's turns, because its stream may be long. Each step may be repeated, and whatever is cut
/// off begins anew; nothing after the version of the erasure is touched, so the person may have come back meanwhile.
/// </summary>
public sealed class ErasureSteps(
    IJournal journal, EntryCodec codec, IGrainFactory grains, ParticipantGrains participants, ReferralSteps referrals)
{
    /// <summary>Entries that are blanked at once: they share commits.</summary>
    private const int AtOnce = 64;

    public async Task FinishAsync(CampaignId campaign, ParticipantRef participant, long erasedAt)
    {
        var stream = StreamNames.Participant(campaign, participant);
        var elsewhere = await BlankAsync(stream, erasedAt);
        foreach (var referee in elsewhere.Referees)
            await ForgetAsync(campaign, participant, referee);
        // A claim that is open names the person; one that has ended was blanked before.
        foreach (var batch in elsewhere.Codes.GroupBy(code => code.Batch, code => code.Index))
            await grains.GetGrain<ICodeBatchGrain>(CodeBatchKey.Format(campaign, batch.Key)).Complete([.. batch]);
        if (journal is IJournalPurge files)
            await files.PurgeAsync([stream, .. elsewhere.StreamsOf(campaign)]);

        await participants.Get(campaign, participant).FinishErasure(erasedAt);
    }

    /// <returns>Where else the person is, or was, named.</returns>
    private async Task<Elsewhere> BlankAsync(StreamId stream, long upTo)
    {
        Elsewhere elsewhere = new([], []);
        List<long> named = [];
        await foreach (var entry in journal.ReadEntriesAsync(stream, 1))
        {
            if (entry.Version > upTo)
                break;
            elsewhere.Add(codec.Decode<StoredParticipantEntry>(entry.Public));
            // Also the summary that stands beside an entry names the person; the blank one of the erasure itself does not.
            if (entry.Personal.IsEmpty)
                continue;
            named.Add(entry.Version);
            if (named.Count == AtOnce)
                await BlankAsync(stream, named);
        }

        await BlankAsync(stream, named);
        return elsewhere;
    }

    private async Task BlankAsync(StreamId stream, List<long> versions)
    {
        await Task.WhenAll(versions.Select(version => journal.RedactAsync(stream, version)));
        versions.Clear();
    }

    private async Task ForgetAsync(CampaignId campaign, ParticipantRef referrer, ParticipantRef referee)
    {
        var grain = participants.Get(campaign, referee);
        if ((await grain.Resume()).Referral is { } begun)
            await referrals.FinishAsync(campaign, referee, begun, testClock: null, isHeard: false);
        await grain.ForgetReferrer(referrer.Value);
    }

    /// <param name="Referees">Whom the person referred: the entries that began it name the person.</param>
    /// <param name="Codes">What the person redeemed: the claims name the person.</param>
    private sealed record Elsewhere(HashSet<ParticipantRef> Referees, HashSet<(Guid Batch, int Index)> Codes)
    {
        public void Add(StoredParticipantEntry entry)
        {
            if (entry is StoredReferralCredited credited)
                Referees.Add(new ParticipantRef(credited.Referee));
            if (entry is StoredCodeRedeemed redeemed)
                Codes.Add((redeemed.Batch, redeemed.Index));
        }

        public IEnumerable<StreamId> StreamsOf(CampaignId campaign) =>
        [
            .. Referees.Select(referee => StreamNames.Participant(campaign, referee)),
            .. Codes.Select(code => code.Batch).Distinct().Select(batch => StreamNames.CodeBatch(campaign, batch)),
        ];
    }
}

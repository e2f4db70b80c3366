using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Participants;
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
public sealed class ErasureSteps(IJournal journal, EntryCodec codec, ParticipantGrains participants, ReferralSteps referrals)
{
    /// <summary>Entries that are blanked at once: they share commits.</summary>
    private const int AtOnce = 64;

    public async Task FinishAsync(CampaignId campaign, ParticipantRef participant, long erasedAt)
    {
        var stream = StreamNames.Participant(campaign, participant);
        var referees = await BlankAsync(stream, erasedAt);
        foreach (var referee in referees)
            await ForgetAsync(campaign, participant, new ParticipantRef(referee));
        if (journal is IJournalPurge files)
        {
            await files.PurgeAsync(stream);
            foreach (var referee in referees)
                await files.PurgeAsync(StreamNames.Participant(campaign, new ParticipantRef(referee)));
        }

        await participants.Get(campaign, participant).FinishErasure(erasedAt);
    }

    /// <returns>Whom the person referred: their entries name the person, too.</returns>
    private async Task<HashSet<UInt128>> BlankAsync(StreamId stream, long upTo)
    {
        HashSet<UInt128> referees = [];
        List<long> named = [];
        await foreach (var entry in journal.ReadEntriesAsync(stream, 1))
        {
            if (entry.Version > upTo)
                break;
            if (codec.Decode<StoredParticipantEntry>(entry.Public) is StoredReferralCredited credited)
                referees.Add(credited.Referee);
            // Also the summary that stands beside an entry names the person; the blank one of the erasure itself does not.
            if (entry.Personal.IsEmpty)
                continue;
            named.Add(entry.Version);
            if (named.Count == AtOnce)
                await BlankAsync(stream, named);
        }

        await BlankAsync(stream, named);
        return referees;
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
}

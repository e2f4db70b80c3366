using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Journal;
using CampaignEngine.Journal.Testing;
using StreamId = CampaignEngine.Journal.StreamId;

namespace CampaignEngine.Cluster.Tests.Twins;

/// <summary>Goes on with its state after an append failed: what was never kept is served, and sent again as recorded.</summary>
internal sealed class ServesWhatFailed : Twin
{
    public override IJournal Break(IJournal journal) => new KeepsWhatFailed(journal);

    public override bool IsAlone => true;

    public override async Task PlayAsync(Stage stage)
    {
        await stage.SendAsync("e-1");
        stage.Faults.AtNext<StoredEvent>(AppendFault.ThrowsWithoutCommitting);
        await stage.SendAsync("e-2");
        await stage.SendAsync("e-2");
        await stage.SendAsync("e-3");
    }

    private sealed class KeepsWhatFailed(IJournal inner) : ParticipantsInMemory(inner)
    {
        public override async Task<StreamHead> AppendAsync(StreamId stream, StreamHead head, Append append)
        {
            if (!IsKept(stream))
                return await Inner.AppendAsync(stream, head, append);
            var added = await Memory.AppendAsync(stream, head, append);
            await Inner.AppendAsync(stream, (await Inner.ReadAsync(stream)).Head, append);
            return added;
        }
    }
}

using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Journal;
using CampaignEngine.Journal.Testing;
using StreamId = CampaignEngine.Journal.StreamId;

namespace CampaignEngine.Cluster.Tests.Twins;

/// <summary>Answers at once and writes afterwards: what was answered is gone when the write fails and the process dies.</summary>
internal sealed class AnswersBeforeCommit : Twin
{
    public override IJournal Break(IJournal journal) => new WritesLater(journal);

    public override bool IsAlone => true;

    public override async Task PlayAsync(Stage stage)
    {
        stage.Faults.AtNext<StoredEvent>(AppendFault.ThrowsWithoutCommitting);
        await stage.SendAsync("e-1");
        await stage.RestartAsync();
    }

    private sealed class WritesLater(IJournal inner) : ParticipantsInMemory(inner)
    {
        public override async Task<StreamHead> AppendAsync(StreamId stream, StreamHead head, Append append)
        {
            if (!IsKept(stream))
                return await Inner.AppendAsync(stream, head, append);
            var added = await Memory.AppendAsync(stream, head, append);
            _ = Inner.AppendAsync(stream, head, append);
            return added;
        }
    }
}

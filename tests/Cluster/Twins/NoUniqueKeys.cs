using CampaignEngine.Grains.Participants;
using CampaignEngine.Journal;
using StreamId = CampaignEngine.Journal.StreamId;

namespace CampaignEngine.Cluster.Tests.Twins;

/// <summary>Event ids that have left memory are kept nowhere else: the oldest event, sent again, is news.</summary>
internal sealed class NoUniqueKeys : Twin
{
    private const int Together = 32;

    public override IJournal Break(IJournal journal) => new Keyless(journal);

    public override async Task PlayAsync(Stage stage)
    {
        for (var sent = 0; sent < RecentEventIds.MaxKept + 2 * Together; sent += Together)
            await stage.Clients.SendAsync(stage.Engine, "ann", [.. Enumerable.Range(sent, Together).Select(number => ($"e-{number}", "same"))]);
        await stage.SendAsync("e-0");
    }

    private sealed class Keyless(IJournal inner) : BrokenJournal(inner)
    {
        public override Task<StreamHead> AppendAsync(StreamId stream, StreamHead head, Append append) => Inner.AppendAsync(stream, head, new Append
        {
            Entries = append.Entries,
            Snapshot = append.Snapshot,
            Summary = append.Summary,
            After = append.After,
            Pending = append.Pending,
        });
    }
}

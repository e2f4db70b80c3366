using CampaignEngine.Journal;
using StreamId = CampaignEngine.Journal.StreamId;

namespace CampaignEngine.Cluster.Tests.Twins;

/// <summary>Whoever writes comes after whatever is there: an activation that is behind goes on from its own state.</summary>
internal sealed class NoVersionFence : Twin
{
    public override IJournal Break(IJournal journal) => new Unfenced(journal);

    public override async Task PlayAsync(Stage stage)
    {
        var first = stage.Engine;
        var second = await stage.AddEngineAsync();
        await stage.SendAsync(first, "e-1");
        await stage.SendAsync(second, "e-2");
        await stage.SendAsync(first, "e-3");
        await stage.SendAsync(second, "e-3");
    }

    private sealed class Unfenced(IJournal inner) : BrokenJournal(inner)
    {
        public override async Task<StreamHead> AppendAsync(StreamId stream, StreamHead head, Append append) =>
            await Inner.AppendAsync(stream, (await Inner.ReadAsync(stream)).Head, append);
    }
}

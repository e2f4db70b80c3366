using CampaignEngine.Journal;

namespace CampaignEngine.Cluster.Tests.Twins;

/// <summary>Knows only the event ids that it has seen since it started: an event sent again after that is news.</summary>
internal sealed class ForgetsEventIds : Twin
{
    public override IJournal Break(IJournal journal) =>
        new ForgetfulJournal(journal, recorded => recorded with { EventIdHash = ~recorded.EventIdHash });

    public override async Task PlayAsync(Stage stage)
    {
        await stage.SendAsync("e-1");
        await stage.RestartAsync();
        await stage.SendAsync("e-1");
    }
}

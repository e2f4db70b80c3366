using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Journal.Testing;

namespace CampaignEngine.Cluster.Tests.Participants;

public sealed class NamingTests(TwoEngines two) : IClassFixture<TwoEngines>
{
    private const string Never = "0.000000000000000001";

    [Fact]
    public async Task A_name_is_kept_in_the_personal_part_and_shown_by_every_silo()
    {
        var campaign = await CampaignWithAnnAsync();
        await (await two.Second.ParticipantAsync(campaign, "ann")).Get();

        var reply = await NameAsync(two.First, campaign, "Ann 😀");

        Assert.Equal((CorrectionStatus.Done, "Ann 😀", 100, 1), (
            reply.Status, reply.Participant!.DisplayName, reply.Participant.TotalPoints, reply.Participant.EventsCount));
        Assert.Equal("Ann 😀", (await (await two.Second.ParticipantAsync(campaign, "ann")).Get())!.DisplayName);
        var ann = await AnnAsync(campaign);
        Assert.Single(ann.Entries, entry => entry.Entry is StoredNamed);
        Assert.Equal(("ann", "Ann 😀", 100, 1), (ann.Summary!.UserId, ann.Summary.DisplayName, ann.Summary.Points, ann.Summary.Events));
    }

    [Fact]
    public async Task The_name_that_somebody_has_is_not_kept_again_also_not_by_one_who_is_behind()
    {
        var campaign = await CampaignWithAnnAsync();
        await (await two.Second.ParticipantAsync(campaign, "ann")).Get();
        await NameAsync(two.First, campaign, "Ann");

        var again = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => NameAsync(i % 2 == 0 ? two.First : two.Second, campaign, "Ann")));
        // One that is behind still has the name from before.
        var back = await NameAsync(two.Second, campaign, "");
        await NameAsync(two.First, campaign, "");

        Assert.All(again, reply => Assert.Equal("Ann", reply.Participant!.DisplayName));
        Assert.Equal("", back.Participant!.DisplayName);
        Assert.Equal(2, (await AnnAsync(campaign)).Entries.Count(entry => entry.Entry is StoredNamed));
    }

    [Fact]
    public async Task A_name_outlives_events_without_one_snapshots_and_a_reload()
    {
        var campaign = await CampaignWithAnnAsync();
        await NameAsync(two.First, campaign, "Ann");
        for (var i = 2; i <= 40; i++)
            await two.First.RecordAsync(campaign, "ann", $"e-{i}");

        Assert.Equal("Ann", (await (await two.Second.ParticipantAsync(campaign, "ann")).Get())!.DisplayName);
        Assert.Equal("Ann", (await AnnAsync(campaign)).Summary!.DisplayName);
    }

    [Fact]
    public async Task Who_never_took_part_is_not_found_and_nothing_is_left_of_them()
    {
        var campaign = await two.CampaignAsync(Never);

        Assert.Equal(CorrectionStatus.ParticipantNotFound, (await NameAsync(two.First, campaign, "Ann")).Status);

        Assert.Empty((await AnnAsync(campaign)).Entries);
    }

    [Fact]
    public async Task A_test_clock_must_not_run_backwards()
    {
        var campaign = await CampaignWithAnnAsync();
        var ann = await two.First.ParticipantAsync(campaign, "ann");

        var reply = await ann.SetDisplayName(new SetDisplayNameRequest("Ann", DateTimeOffset.UtcNow.AddDays(-1)));

        Assert.Equal(CorrectionStatus.TestClockBackwards, reply.Status);
        Assert.Equal("", (await ann.Get())!.DisplayName);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_unknown_outcome_is_said_and_sending_it_again_tells(bool isKept)
    {
        var campaign = await CampaignWithAnnAsync();
        two.Faults(campaign).AtNext<StoredNamed>(isKept ? AppendFault.CommitsAndThrows : AppendFault.ThrowsWithoutCommitting);

        Assert.Equal(CorrectionStatus.OutcomeUnknown, (await NameAsync(two.First, campaign, "Ann")).Status);

        Assert.Equal("Ann", (await NameAsync(two.First, campaign, "Ann")).Participant!.DisplayName);
        Assert.Single((await AnnAsync(campaign)).Entries, entry => entry.Entry is StoredNamed);
    }

    private async Task<CampaignId> CampaignWithAnnAsync()
    {
        var campaign = await two.CampaignAsync(Never);
        await two.First.RecordAsync(campaign, "ann", "e-1");
        return campaign;
    }

    private static async Task<SetDisplayNameReply> NameAsync(Engine engine, CampaignId campaign, string name) =>
        await (await engine.ParticipantAsync(campaign, "ann")).SetDisplayName(new SetDisplayNameRequest(name, TestClock: null));

    private async Task<ParticipantRecord> AnnAsync(CampaignId campaign) =>
        await two.Reader(campaign).ParticipantAsync(await two.First.RefAsync(campaign, "ann"));
}

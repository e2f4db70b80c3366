using System.Security.Cryptography;
using System.Text;
using CampaignEngine.Cluster.Tests.Codes;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Interfaces.Codes;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Interfaces.Referrals;
using CampaignEngine.Grains.Referrals;
using CampaignEngine.Journal.RocksDb;

namespace CampaignEngine.Cluster.Tests.Participants;

/// <summary>Looks for a person in every byte of a journal's files.</summary>
public sealed class ErasedFilesTests
{
    /// <summary>Compression keeps random letters as they are, but for those at the ends, which may match what is beside them.</summary>
    private sealed record Person(string UserId, string DisplayName, string EventId, string Metadata)
    {
        public static Person Random() => new(Letters(), Letters(), Letters(), Letters());

        public IEnumerable<string> Middles => new[] { UserId, DisplayName, EventId, Metadata }.Select(text => text[4..20]);

        private static string Letters() => RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 24);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_of_a_person_who_was_erased_is_left(bool wasInSortedFiles)
    {
        var directory = Directory.CreateTempSubdirectory("erased-");
        var (gone, stays) = (Person.Random(), Person.Random());
        var journal = RocksDbJournal.Open(new RocksDbJournalOptions { Path = directory.FullName });
        var engine = await Engine.StartAsync(journal);
        var campaign = await engine.CreateOwnCampaignAsync(Definition);
        for (var i = 0; i < 40; i++)
        {
            await RecordAsync(engine, campaign, gone, i);
            await RecordAsync(engine, campaign, stays, i);
        }

        await ReferAsync(engine, campaign, gone.UserId, "somebody");
        await ReferAsync(engine, campaign, stays.UserId, gone.UserId);
        var batch = await BatchOfCodes.MakeAsync(engine, campaign);
        Assert.Equal(RedeemCodeStatus.Done, (await engine.RedeemAsync(campaign, gone.UserId, batch[0])).Status);
        Assert.Equal(RedeemCodeStatus.Done, (await engine.RedeemAsync(campaign, stays.UserId, batch[1])).Status);
        if (wasInSortedFiles)
        {
            await engine.DisposeAsync();
            await journal.DisposeAsync();
            journal = RocksDbJournal.Open(new RocksDbJournalOptions { Path = directory.FullName });
            engine = await Engine.StartAsync(journal);
        }

        Assert.All(gone.Middles, text => Assert.NotEmpty(FilesWith(directory, text)));
        var reply = await (await engine.ParticipantAsync(campaign, gone.UserId)).Erase(new EraseParticipantRequest("key"));
        Assert.Equal(EraseStatus.Erased, reply.Status);
        // The service finds the work by itself.
        await Eventually.Holds(
            async () => (await new CampaignReader(journal, engine.Codec, campaign).PendingAsync()).Count == 0, "no work is left");

        Assert.All(gone.Middles, text => Assert.Empty(FilesWith(directory, text)));
        Assert.All(stays.Middles, text => Assert.NotEmpty(FilesWith(directory, text)));
        Assert.Null(await (await engine.ParticipantAsync(campaign, gone.UserId)).Get());
        Assert.True((await engine.RecordAsync(campaign, Event(stays, 3))).Replayed);
        await engine.DisposeAsync();
        await journal.DisposeAsync();
        Assert.All(gone.Middles, text => Assert.Empty(FilesWith(directory, text)));
        directory.Delete(recursive: true);
    }

    private const string Definition = """
        { "name": "Test", "codes": true, "startsAt": "2020-01-01T00:00:00Z", "endsAt": "2120-01-01T00:00:00Z",
          "points": { "rules": [ { "id": "purchase", "eventType": "purchase", "points": 100 } ] },
          "referrals": { "referrerPoints": 200, "refereePoints": 100 },
          "instantWin": { "eventTypes": ["purchase"], "mode": "odds", "tiers": [ { "name": "Gold", "quantity": 10, "odds": 0.5 } ] } }
        """;

    private static async Task RecordAsync(Engine engine, CampaignId campaign, Person person, int number) =>
        Assert.Equal(RecordEventStatus.Recorded, (await engine.RecordAsync(campaign, Event(person, number))).Status);

    private static RecordEventRequest Event(Person person, int number) => new(
        person.UserId, "purchase", Encoding.UTF8.GetBytes($$"""{"note":"{{person.Metadata}}"}"""), $"{person.EventId}-{number}",
        EventIdGiven: true, OccurredAt: null, person.DisplayName);

    private static async Task ReferAsync(Engine engine, CampaignId campaign, string referrer, string referee)
    {
        var request = new BeginReferralRequest(referee, (await engine.RefAsync(campaign, referrer)).Value, referrer, "r-1", true, TestClock: null);
        var reply = await new ReferralSteps(new ParticipantGrains(engine.Grains)).ReferAsync(campaign, await engine.RefAsync(campaign, referee), request);
        Assert.Equal(ReferralStatus.Done, reply.Status);
    }

    private static List<string> FilesWith(DirectoryInfo directory, string text) =>
    [
        .. directory.GetFiles("*", SearchOption.AllDirectories)
            .Where(file => file.Name != "LOCK" && file.Name != "lock")
            .Where(file => Read(file) is var bytes
                && (bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0 || bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(text)) >= 0))
            .Select(file => file.FullName),
    ];

    private static byte[] Read(FileInfo file)
    {
        using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}

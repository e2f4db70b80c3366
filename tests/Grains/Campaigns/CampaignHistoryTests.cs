using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Campaigns;
using CampaignEngine.Grains.Campaigns.Stored;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;
using CampaignEngine.Journal.Memory;

namespace CampaignEngine.Grains.Tests.Campaigns;

public class CampaignHistoryTests
{
    private static readonly CampaignActivated Activated = new([1], [2], [3], [4], [5]);

    public static TheoryData<StoredCampaignEntry[], string> Folds => new()
    {
        { [], "version 0 Draft" }, // Nothing to announce.
        { [Defined(1)], "version 1 Draft to announce" },
        { [Defined(1), Announced(1, CampaignStatus.Draft)], "version 1 Draft" },
        { [Defined(1), Activated], "version 1 Active to announce" },
        { [Defined(1), Activated, Announced(1, CampaignStatus.Active)], "version 1 Active" },
        { [Defined(1), Activated, Announced(1, CampaignStatus.Active), Defined(2)], "version 2 Active to announce" },
        { [Defined(1), Activated, Status(CampaignStatus.Paused), Announced(1, CampaignStatus.Active)], "version 1 Paused to announce" },
        { [Defined(1), Activated, Status(CampaignStatus.Paused), Announced(1, CampaignStatus.Paused)], "version 1 Paused" },
        { [Defined(1), Activated, Status(CampaignStatus.Paused), Status(CampaignStatus.Active)], "version 1 Active to announce" },
        { [Defined(1), Activated, Status(CampaignStatus.Ended)], "version 1 Ended to announce" },
    };

    [Theory]
    [MemberData(nameof(Folds))]
    public async Task Entries_add_up(StoredCampaignEntry[] entries, string expected)
    {
        var journal = new MemoryJournal();
        var stream = StreamNames.Campaign(Given.Campaign);
        var head = StreamHead.Empty;
        for (var i = 0; i < entries.Length; i++)
            head = await journal.AppendAsync(stream, head, new Append { Entries = [new NewEntry(Given.Noon.AddHours(i), Given.Codec.Encode(entries[i]))] });

        var history = CampaignHistory.Fold(await journal.ReadAsync(stream), Given.Codec);

        Assert.Equal(expected, $"version {history.Version} {history.Status}{(history.Version == 0 || history.IsAnnounced ? "" : " to announce")}");
        Assert.Equal(entries.OfType<CampaignDefined>().Select(defined => defined.Document), history.Versions.Select(version => version.Document));
        Assert.Equal(entries.Contains(Activated), history.Activation is not null);
        Assert.Equal(entries.Length == 0 ? default : Given.Noon.AddHours(entries.Length - 1), history.LastEntryAt);
        Assert.Equal(entries.Length == 0 ? "" : "summer", history.Slug);
    }

    [Fact]
    public void An_unknown_entry_is_a_mistake() =>
        Assert.Throws<InvalidOperationException>(() => CampaignHistory.Empty.Apply(new Unknown(), Given.Noon));

    [Fact]
    public void Secrets_are_committed_to_and_sealed_for_their_campaign_alone()
    {
        var activated = CampaignSecrets.Make(Given.Campaign, Given.MasterKey, "frozen"u8.ToArray());

        var seed = CampaignSecrets.UnsealSeed(Given.Campaign, activated, Given.MasterKey);
        var key = CampaignSecrets.UnsealCampaignKey(Given.Campaign, activated, Given.MasterKey);
        Assert.Equal((32, 32), (seed.Length, key.Length));
        Assert.NotEqual(seed, key);
        Assert.Equal(activated.SeedHash, System.Security.Cryptography.SHA256.HashData(seed));
        Assert.Equal(activated.CampaignKeyHash, System.Security.Cryptography.SHA256.HashData(key));
        Assert.Equal(activated.FrozenMembersHash, System.Security.Cryptography.SHA256.HashData("frozen"u8.ToArray()));

        var another = Given.Campaign with { Value = Guid.Empty };
        var swapped = activated with { SealedSeed = activated.SealedCampaignKey };
        Assert.ThrowsAny<Exception>(() => CampaignSecrets.UnsealSeed(another, activated, Given.MasterKey));
        Assert.ThrowsAny<Exception>(() => CampaignSecrets.UnsealCampaignKey(another, activated, Given.MasterKey));
        Assert.ThrowsAny<Exception>(() => CampaignSecrets.UnsealSeed(Given.Campaign, swapped, Given.MasterKey));
    }

    private static CampaignDefined Defined(int version) => new(version, "summer", [(byte)version]);

    private static CampaignStatusChanged Status(CampaignStatus status) => new(status);

    private static CampaignChangeAnnounced Announced(int version, CampaignStatus status) => new(version, status);

    private sealed record Unknown : StoredCampaignEntry;
}

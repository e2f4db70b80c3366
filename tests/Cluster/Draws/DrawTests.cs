using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Campaigns;
using CampaignEngine.Grains.Campaigns.Stored;
using CampaignEngine.Grains.Streams;

namespace CampaignEngine.Cluster.Tests.Draws;

/// <summary>Computes outcomes as an outsider would who has the published seed, by code of its own.</summary>
public sealed class DrawTests(OneEngine one) : IClassFixture<OneEngine>
{
    private const string Game = """
        { "name": "Test", "startsAt": "2020-01-01T00:00:00Z", "endsAt": "2120-01-01T00:00:00Z",
          "points": { "rules": [] },
          "instantWin": { "eventTypes": ["purchase"], "tiers": [
            { "name": "Gold", "quantity": 1000, "odds": 0.1 },
            { "name": "Silver", "quantity": 1000, "odds": 0.25 },
            { "name": "Bronze", "quantity": 1000, "odds": 0.3 } ] } }
        """;

    private static readonly UInt128[] s_thresholds = [Threshold(10), Threshold(35), Threshold(65)];

    [Fact]
    public async Task What_was_awarded_follows_from_the_seed()
    {
        var campaign = await one.Engine.CreateOwnCampaignAsync(Game);
        await Task.WhenAll(Enumerable.Range(0, 30).Select(async user =>
        {
            for (var play = 0; play < 12; play++)
                await one.Engine.RecordAsync(campaign, $"user-{user}", $"e-{play}");
        }));

        var activated = await ActivatedAsync(campaign);
        var seed = CampaignSecrets.UnsealSeed(campaign, activated, Engine.MasterKey);
        var key = CampaignSecrets.UnsealCampaignKey(campaign, activated, Engine.MasterKey);
        Assert.Equal(SHA256.HashData(seed), activated.SeedHash);
        Assert.Equal(SHA256.HashData(key), activated.CampaignKeyHash);
        var reader = one.Reader(campaign);
        HashSet<string> seen = [];
        for (var user = 0; user < 30; user++)
        {
            var name = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"user-{user}")).AsSpan(0, 16).ToArray();
            var participant = await reader.ParticipantAsync(new(BinaryPrimitives.ReadUInt128BigEndian(name)));
            Assert.Equal(12, participant.Events.Count());
            foreach (var play in participant.Events.Select(recorded => recorded.Play!))
            {
                var tier = TierOf(seed, campaign, name, play.Number);
                Assert.Equal(tier, play.Win?.TierName);
                seen.Add(tier ?? "none");
            }
        }

        Assert.Equal(["Bronze", "Gold", "Silver", "none"], seen.Order(StringComparer.Ordinal));
    }

    private static UInt128 Threshold(int percent) => (UInt128)((BigInteger.One << 64) * percent / 100);

    private static string? TierOf(byte[] seed, CampaignId campaign, byte[] participant, long play)
    {
        var number = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(number, play);
        using var message = new MemoryStream();
        foreach (var part in new[] { "draw"u8.ToArray(), campaign.Value.ToByteArray(bigEndian: true), participant, number })
        {
            var length = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
            message.Write(length);
            message.Write(part);
        }

        var draw = BinaryPrimitives.ReadUInt64BigEndian(HMACSHA256.HashData(seed, message.ToArray()));
        var tier = Array.FindIndex(s_thresholds, threshold => draw < threshold);
        return tier < 0 ? null : new[] { "Gold", "Silver", "Bronze" }[tier];
    }

    private async Task<CampaignActivated> ActivatedAsync(CampaignId campaign)
    {
        await foreach (var entry in one.Journal.ReadEntriesAsync(StreamNames.Campaign(campaign), 1))
        {
            if (one.Engine.Codec.Decode<StoredCampaignEntry>(entry.Public) is CampaignActivated activated)
                return activated;
        }

        throw new InvalidOperationException("The campaign was never activated.");
    }
}

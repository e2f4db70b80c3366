using System.Text;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Campaigns;
using CampaignEngine.Grains.Campaigns.Stored;
using CampaignEngine.Grains.Interfaces.Campaigns;

namespace CampaignEngine.Grains.Tests.Campaigns;

public class CampaignDecisionsTests
{
    private static readonly CampaignActivated Activated = new([1], [2], [3], [4], [5]);

    public static TheoryData<string, int, string, string, int?, CampaignReplyStatus> Definitions => new()
    {
        { "the first", 0, "draft", "name", 0, CampaignReplyStatus.Done },
        { "the first, whatever there is", 0, "draft", "name", null, CampaignReplyStatus.Done },
        { "the first, as a replacement", 0, "draft", "name", 1, CampaignReplyStatus.VersionMismatch },
        { "a second without the version", 1, "draft", "name", 0, CampaignReplyStatus.VersionRequired },
        { "a second with the version", 1, "draft", "name", 1, CampaignReplyStatus.Done },
        { "a second with a later version", 1, "draft", "name", 2, CampaignReplyStatus.VersionMismatch },
        { "a third with an earlier version", 2, "draft", "name", 1, CampaignReplyStatus.VersionMismatch },
        { "the same with an earlier version", 2, "draft", "version 2", 1, CampaignReplyStatus.Done },
        { "the same without the version", 2, "active", "version 2", 0, CampaignReplyStatus.Done },
        { "the same when it has ended", 2, "ended", "version 2", 2, CampaignReplyStatus.Done },
        { "another when it has ended", 2, "ended", "name", 2, CampaignReplyStatus.InvalidTransition },
        { "a draft's frozen members", 1, "draft", "starts later", 1, CampaignReplyStatus.Done },
        { "a draft's end in the past", 1, "draft", "ends earlier", 1, CampaignReplyStatus.Done },
        { "an active one's frozen members", 1, "active", "starts later", 1, CampaignReplyStatus.Frozen },
        { "a paused one's frozen members", 1, "paused", "starts later", 1, CampaignReplyStatus.Frozen },
        { "an active one's end in the past", 1, "active", "ends earlier", 1, CampaignReplyStatus.InvalidDefinition },
        { "an active one's end ahead", 1, "active", "ends later", 1, CampaignReplyStatus.Done },
        { "the last version", CampaignDecisions.MaxVersions - 1, "active", "name", null, CampaignReplyStatus.Done },
        { "one too many", CampaignDecisions.MaxVersions, "active", "name", null, CampaignReplyStatus.TooManyVersions },
    };

    [Theory]
    [MemberData(nameof(Definitions))]
    public void Each_definition_in_each_state(string what, int versions, string state, string document, int? ifVersion, CampaignReplyStatus expected)
    {
        var history = History(versions, state);

        var change = Define(history, document, ifVersion);

        Assert.Equal($"{what}: {expected}", $"{what}: {change.Status}");
        var isNew = expected == CampaignReplyStatus.Done && !what.StartsWith("the same", StringComparison.Ordinal);
        Assert.Equal(isNew ? versions + 1 : null, (change.Entry as CampaignDefined)?.Version);
        Assert.Equal(expected is CampaignReplyStatus.Frozen or CampaignReplyStatus.InvalidDefinition, change.Errors is { Count: 1 });
    }

    [Fact]
    public void Documents_are_bounded_together()
    {
        var large = Document("version 1", padding: (int)(CampaignDecisions.MaxDocumentBytes / 100));
        var history = Enumerable.Range(1, 99).Aggregate(
            CampaignHistory.Empty, (history, version) => history.Apply(new CampaignDefined(version, "summer", large), Given.Noon));

        Assert.Equal(CampaignReplyStatus.TooManyVersions, Define(history, "name", ifVersion: null, padding: large.Length).Status);
        Assert.Equal(CampaignReplyStatus.Done, Define(history, "name", ifVersion: null).Status);
    }

    public static TheoryData<int, bool, CampaignReplyStatus> Codes => new()
    {
        { 0, true, CampaignReplyStatus.CodesMissing },
        { 9, true, CampaignReplyStatus.CodesMissing },
        { 10, true, CampaignReplyStatus.Done },
        { 0, false, CampaignReplyStatus.Done },
    };

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_tier_with_codes_of_its_own_needs_one_for_each_unit(int uploaded, bool ownCodes, CampaignReplyStatus expected)
    {
        var history = CampaignHistory.Empty.Apply(new CampaignDefined(1, "summer", Document("version 1", ownCodes: ownCodes)), Given.Noon);

        var change = Activate(history, new Dictionary<string, int> { ["Gold"] = uploaded });

        Assert.Equal(ownCodes, CampaignDecisions.NeedsCodes(history));
        Assert.Equal(expected, change.Status);
        Assert.Equal(
            expected == CampaignReplyStatus.CodesMissing ? [("/instantWin/tiers/0/ownCodes", $"{uploaded} codes of 10 are uploaded. Upload {10 - uploaded} more.")] : [],
            (change.Errors ?? []).Select(error => (error.Pointer, error.Message)));
    }

    [Theory]
    [InlineData("draft", 1, false)]
    [InlineData("active", 0, false)]
    [InlineData("active", 1, true)]
    [InlineData("paused", 1, true)]
    [InlineData("ended", 1, false)]
    public void An_end_is_due_once_it_has_come(string state, int ticksAfter, bool due)
    {
        var end = new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(-1);

        Assert.Equal(due, CampaignDecisions.EndDue(History(1, state), end.AddTicks(ticksAfter)) is not null);
    }

    [Theory]
    [InlineData("active", 0, false)]
    [InlineData("ended", -1, false)]
    [InlineData("ended", 0, true)]
    public void The_seed_is_published_an_hour_after_the_end(string state, int ticksAfter, bool published)
    {
        var change = CampaignDecisions.PublishSeed(History(1, state), Given.Noon.AddHours(1).AddTicks(ticksAfter));

        Assert.Equal((CampaignReplyStatus.Done, published), (change.Status, change.Entry is CampaignSeedPublished));
    }

    private static CampaignHistory History(int versions, string state)
    {
        var history = Enumerable.Range(1, versions).Aggregate(
            CampaignHistory.Empty, (history, version) => history.Apply(new CampaignDefined(version, "summer", Document($"version {version}")), Given.Noon));
        StoredCampaignEntry[] more = state switch
        {
            "draft" => [],
            "active" => [Activated],
            "paused" => [Activated, new CampaignStatusChanged(CampaignStatus.Paused)],
            "ended" => [Activated, new CampaignStatusChanged(CampaignStatus.Ended)],
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };
        return more.Aggregate(history, (history, entry) => history.Apply(entry, Given.Noon));
    }

    private static CampaignChange Define(CampaignHistory history, string document, int? ifVersion, int padding = 0)
    {
        var bytes = Document(document, padding);
        return CampaignDecisions.Define(
            history, new CampaignDefined(0, "summer", bytes), CampaignDefinitionReader.Read(bytes.AsMemory(0, bytes.Length - padding)).Definition!, ifVersion, Given.Noon);
    }

    private static CampaignChange Activate(CampaignHistory history, IReadOnlyDictionary<string, int> codes) =>
        CampaignDecisions.Activate(history, Given.Campaign, Given.MasterKey, codes, Given.Noon);

    private static byte[] Document(string name, int padding = 0, bool ownCodes = false)
    {
        var starts = name == "starts later" ? "2026-02-01" : "2026-01-01";
        var ends = name switch { "ends earlier" => "2026-06-01", "ends later" => "2028-01-01", _ => "2027-01-01" };
        return Encoding.UTF8.GetBytes($$"""
            { "name": "{{name}}", "startsAt": "{{starts}}T00:00:00Z", "endsAt": "{{ends}}T00:00:00Z",
              "instantWin": { "eventTypes": ["purchase"], "tiers": [ { "name": "Gold", "quantity": 10, "odds": 0.5, "ownCodes": {{(ownCodes ? "true" : "false")}} } ] } }
            """ + new string(' ', padding));
    }
}

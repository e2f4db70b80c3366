using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Interfaces.Registry;
using CampaignEngine.Grains.Registry;
using CampaignEngine.Grains.Registry.Stored;

namespace CampaignEngine.Grains.Tests.Registry;

public class RegistryStateTests
{
    private static readonly Guid Key = Guid.Parse("0198a000-0000-7000-8000-00000000000a");
    private static readonly byte[] Hash = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    private static readonly AppCreated App = new(Given.App, "Demo");
    private static readonly KeyAdded Added = new(Key, Given.App, CampaignEnvironment.Test, Hash, KeyScopes.Events);

    // Each entry with all before it, and what it leaves.
    public static TheoryData<StoredRegistryEntry[], string> Folds => new()
    {
        { [], "" },
        { [App], "app Demo" },
        { [App, new AppActivityChanged(Given.App, false)], "app Demo (inactive)" },
        { [App, new AppActivityChanged(Given.App, false), new AppActivityChanged(Given.App, true)], "app Demo" },
        { [App, Added], "app Demo, key Test Events" },
        { [App, Added, new KeyRevoked(Key)], "app Demo, key Test Events (revoked)" },
        { [App, new SlugReserved(Given.App, CampaignEnvironment.Test, Given.Campaign.Value, "summer")], "app Demo, slug Test/summer" },
        {
            [
                App, new SlugReserved(Given.App, CampaignEnvironment.Test, Given.Campaign.Value, "summer"),
                new SlugReserved(Given.App, CampaignEnvironment.Live, Given.App, "summer"),
            ],
            "app Demo, slug Live/summer, slug Test/summer"
        },
        { [App, Announced(1, CampaignStatus.Draft)], "app Demo, campaign 1 Draft" },
        { [App, Announced(1, CampaignStatus.Draft), Announced(2, CampaignStatus.Active)], "app Demo, campaign 2 Active" },
    };

    [Theory]
    [MemberData(nameof(Folds))]
    public void Entries_add_up(StoredRegistryEntry[] entries, string expected)
    {
        var state = Fold(entries);

        var text = state.Apps.Values.Select(app => $"app {app.Name}{(app.IsActive ? "" : " (inactive)")}")
            .Concat(state.KeysByHash.Values.Select(key => $"key {key.Environment} {key.Scopes}{(key.IsRevoked ? " (revoked)" : "")}"))
            .Concat(state.Slugs.Select(slug => $"slug {slug.Key.Environment}/{slug.Key.Slug}").Order())
            .Concat(state.Campaigns.Values.Select(campaign => $"campaign {campaign.Version} {campaign.Status}"));
        Assert.Equal(expected, string.Join(", ", text));
    }

    [Fact]
    public void A_key_is_found_by_its_hash_and_by_its_id()
    {
        var state = Fold(App, Added);

        Assert.Equal(
            new RegisteredKey(Key, Given.App, CampaignEnvironment.Test, KeyScopes.Events, null, "engine", Given.Noon, RevokedAt: null, 0),
            state.FindKey(Key));
        Assert.Equal(state.FindKey(Key), state.KeysByHash[KeyHash.Of(Hash)]);
        Assert.Null(state.FindKey(Given.App));
    }

    [Fact]
    public void Entries_say_when_and_by_whom()
    {
        var added = Added with { Label = "till", CreatedBy = "admin", Request = 7 };
        var state = RegistryState.Empty
            .Apply(App with { Request = 5 }, Given.Noon)
            .Apply(added, Given.Noon.AddHours(1))
            .Apply(new AppActivityChanged(Given.App, false), Given.Noon.AddHours(2))
            .Apply(new KeyRevoked(Key), Given.Noon.AddHours(3));

        Assert.Equal(new RegisteredApp(Given.App, "Demo", IsActive: false, Given.Noon, Given.Noon.AddHours(2), 5), state.Apps[Given.App]);
        Assert.Equal(
            new RegisteredKey(
                Key, Given.App, CampaignEnvironment.Test, KeyScopes.Events, "till", "admin", Given.Noon.AddHours(1), Given.Noon.AddHours(3), 7),
            Assert.Single(state.KeysOf(Given.App)));
        Assert.Empty(state.KeysOf(Guid.Empty));
    }

    [Fact]
    public void A_fold_leaves_the_state_before_it_alone()
    {
        var before = Fold(App);
        before.Apply(Added, Given.Noon);

        Assert.Empty(before.KeysByHash);
    }

    public static TheoryData<StoredRegistryEntry> Impossible =>
    [
        App with { Name = "The same id again" },
        new AppActivityChanged(Guid.Empty, true),
        Added with { KeyId = Guid.Empty },
        new KeyRevoked(Guid.Empty),
        new SlugReserved(Given.App, CampaignEnvironment.Test, Guid.Empty, "taken"),
        new Unknown(),
    ];

    [Theory]
    [MemberData(nameof(Impossible))]
    public void What_cannot_have_happened_throws(StoredRegistryEntry entry)
    {
        var state = Fold(App, Added, new SlugReserved(Given.App, CampaignEnvironment.Test, Given.Campaign.Value, "taken"));

        Assert.NotNull(Record.Exception(() => state.Apply(entry, Given.Noon)));
    }

    // SHA-256 as anyone computes it.
    [Fact]
    public void A_key_is_known_by_its_sha256() => Assert.Equal(
        KeyHash.Of(Convert.FromHexString("a0ae57e172f2c79f63d2bfe544f18eb398275798024047433872c9eb85a7a251")),
        KeyHash.Of("sk_test_00112233445566778899aabbccddeeff"));

    private static RegistryState Fold(params StoredRegistryEntry[] entries) =>
        entries.Aggregate(RegistryState.Empty, (folded, entry) => folded.Apply(entry, Given.Noon));

    private static CampaignAnnounced Announced(int version, CampaignStatus status) =>
        new(Given.App, CampaignEnvironment.Test, Given.Campaign.Value, version, status);

    private sealed record Unknown : StoredRegistryEntry;
}

using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Interfaces.Registry;
using CampaignEngine.Grains.Registry;
using CampaignEngine.Grains.Registry.Stored;

namespace CampaignEngine.Grains.Tests.Registry;

public class RegistryDecisionsTests
{
    private static readonly Guid Shop = Id(1), Closed = Id(2), Nobody = Id(9);
    private static readonly Guid Till = Id(11), Revoked = Id(12);

    private static readonly RegistryState State = Fold(
        new AppCreated(Shop, "Shop") { Request = 1 }, new AppCreated(Closed, "Closed"), new AppActivityChanged(Closed, false),
        new KeyAdded(Till, Shop, CampaignEnvironment.Test, Hash(1), KeyScopes.Events) { Request = 3 },
        new KeyAdded(Revoked, Shop, CampaignEnvironment.Test, Hash(2), KeyScopes.Events), new KeyRevoked(Revoked));

    // In check order.
    public static TheoryData<string, RegistryDecision, string> Cases => new()
    {
        { "a new app", RegistryDecisions.CreateApp(State, Nobody, "New", 2), "keeps AppCreated" },
        { "the same app again", RegistryDecisions.CreateApp(State, Shop, "Shop", 1), "is so" },
        { "another app with its id", RegistryDecisions.CreateApp(State, Shop, "Shop", 2), "IdReused" },
        { "an app with the id of a key", RegistryDecisions.CreateApp(State, Till, "Shop", 3), "IdReused" },
        { "an app too many", RegistryDecisions.CreateApp(Apps(RegistryDecisions.MaxApps), Nobody, "New", 2), "TooManyApps" },
        { "the last app", RegistryDecisions.CreateApp(Apps(RegistryDecisions.MaxApps - 1), Nobody, "New", 2), "keeps AppCreated" },
        { "the same app among many", RegistryDecisions.CreateApp(Apps(RegistryDecisions.MaxApps), Id(100), "", 0), "is so" },

        { "no app suspended", RegistryDecisions.SetAppActive(State, Nobody, false), "AppNotFound" },
        { "an app suspended", RegistryDecisions.SetAppActive(State, Shop, false), "keeps AppActivityChanged" },
        { "an app suspended again", RegistryDecisions.SetAppActive(State, Closed, false), "is so" },
        { "an app resumed", RegistryDecisions.SetAppActive(State, Closed, true), "keeps AppActivityChanged" },
        { "an app resumed again", RegistryDecisions.SetAppActive(State, Shop, true), "is so" },

        { "a key of no app", Add(State, Id(20), Nobody, 3, request: 4), "AppNotFound" },
        { "a new key", Add(State, Id(20), Shop, 3, request: 4), "keeps KeyAdded" },
        { "a new key of a suspended app", Add(State, Id(20), Closed, 3, request: 4), "keeps KeyAdded" },
        { "the same key again", Add(State, Till, Shop, 1, request: 3), "is so" },
        { "the same key again, revoked", Add(State, Revoked, Shop, 2, request: 0), "is so" },
        { "another key with its id", Add(State, Till, Shop, 3, request: 4), "IdReused" },
        { "another id for its hash", Add(State, Id(20), Shop, 2, request: 0), "is so" },
        { "a key with the id of an app", Add(State, Closed, Shop, 3, request: 0), "IdReused" },
        { "a key too many", Add(Keys(RegistryDecisions.MaxKeysOfApp), Nobody, Shop, 0, request: 1), "TooManyKeys" },
        { "the last key", Add(Keys(RegistryDecisions.MaxKeysOfApp - 1), Nobody, Shop, 0, request: 1), "keeps KeyAdded" },
        {
            "a key in place of a revoked one",
            Add(Keys(RegistryDecisions.MaxKeysOfApp).Apply(new KeyRevoked(Id(100)), Given.Noon), Nobody, Shop, 0, request: 1), "keeps KeyAdded"
        },

        { "no key revoked", RegistryDecisions.RevokeKey(State, Nobody), "KeyNotFound" },
        { "a key revoked", RegistryDecisions.RevokeKey(State, Till), "keeps KeyRevoked" },
        { "a key revoked again", RegistryDecisions.RevokeKey(State, Revoked), "is so" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_change_is_decided(string what, RegistryDecision decision, string expected)
    {
        var text = decision switch
        {
            { Entry: { } entry } => $"keeps {entry.GetType().Name}",
            { Status: RegistryStatus.Done } => "is so",
            _ => decision.Status.ToString(),
        };

        Assert.Equal($"{what}: {expected}", $"{what}: {text}");
        Assert.Equal(text == "is so", decision.At == Given.Noon);
        Assert.Equal(text == "is so", decision.Entry is null && decision.Reply().IsRepeat);
    }

    [Fact]
    public void A_kept_key_knows_where_it_comes_from()
    {
        var entry = RegistryDecisions.AddKey(
            State, Nobody, Shop, CampaignEnvironment.Live, Hash(9), KeyScopes.Manage, new KeyNote("till", "admin", 7)).Entry;

        var kept = Assert.IsType<KeyAdded>(entry);
        Assert.Equal((Nobody, Shop, CampaignEnvironment.Live, KeyScopes.Manage), (kept.KeyId, kept.App, kept.Environment, kept.Scopes));
        Assert.Equal(("till", "admin", (UInt128)7), (kept.Label, kept.CreatedBy, kept.Request));
    }

    [Theory]
    [InlineData(RegistryDecisions.MaxCampaigns - 1, true)]
    [InlineData(RegistryDecisions.MaxCampaigns, false)]
    public void An_app_has_room_for_so_many_campaigns_in_each_environment(int campaigns, bool hasRoom)
    {
        var state = Fold([.. Enumerable.Range(1, campaigns).Select(i => new SlugReserved(Shop, CampaignEnvironment.Test, Id(i), $"c{i}"))]);

        Assert.Equal(hasRoom, RegistryDecisions.HasRoom(state, Shop, CampaignEnvironment.Test));
        Assert.True(RegistryDecisions.HasRoom(state, Shop, CampaignEnvironment.Live));
        Assert.True(RegistryDecisions.HasRoom(state, Closed, CampaignEnvironment.Test));
    }

    private static RegistryDecision Add(RegistryState state, Guid id, Guid app, int hash, UInt128 request) =>
        RegistryDecisions.AddKey(state, id, app, CampaignEnvironment.Test, Hash(hash), KeyScopes.Events, new KeyNote(null, "admin", request));

    private static RegistryState Apps(int count) =>
        Fold([.. Enumerable.Range(100, count).Select(i => new AppCreated(Id(i), ""))]);

    private static RegistryState Keys(int count) => Fold([
        new AppCreated(Shop, ""),
        .. Enumerable.Range(100, count).Select(i => new KeyAdded(Id(i), Shop, CampaignEnvironment.Test, Hash(i), KeyScopes.Events))]);

    private static RegistryState Fold(params StoredRegistryEntry[] entries) =>
        entries.Aggregate(RegistryState.Empty, (folded, entry) => folded.Apply(entry, Given.Noon));

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    private static byte[] Hash(int number) => [.. Enumerable.Range(number, 32).Select(i => (byte)i)];
}

using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Gateway.Keys;
using CampaignEngine.Grains.Interfaces.Keys;
using CampaignEngine.Grains.Interfaces.Registry;
using CampaignEngine.Grains.Registry;
using Microsoft.Extensions.Time.Testing;

namespace CampaignEngine.Gateway.Tests.Keys;

public sealed class KeyUsesTests
{
    private static readonly KeyGrant Grant = new(
        Guid.NewGuid(), Guid.NewGuid(), CampaignEnvironment.Test, KeyScopes.Events, IsRevoked: false, IsAppActive: true);

    private readonly FakeTimeProvider _time = new();
    private readonly KeyUses _uses;

    public KeyUsesTests() => _uses = new KeyUses(_time);

    [Fact]
    public void The_newest_use_is_told_until_it_was_heard()
    {
        _uses.Note(Grant);
        var first = Assert.Single(_uses.News()[Grant.App]);
        Assert.Equal(new KeyUse(Grant.KeyId, _time.GetUtcNow()), first);

        _uses.Told([first]);
        Assert.Empty(_uses.News());

        _time.Advance(KeyUses.Accuracy);
        _uses.Note(Grant);
        Assert.Equal(_time.GetUtcNow(), Assert.Single(_uses.News()[Grant.App]).At);
    }

    [Fact]
    public void What_was_used_while_it_was_told_is_told_again()
    {
        _uses.Note(Grant);
        var told = _uses.News()[Grant.App].ToList();
        _time.Advance(KeyUses.Accuracy);
        _uses.Note(Grant);
        _uses.Told(told);

        Assert.Equal(_time.GetUtcNow(), Assert.Single(_uses.News()[Grant.App]).At);
    }

    [Fact]
    public void Uses_within_a_minute_are_one()
    {
        _uses.Note(Grant);
        _uses.Told(_uses.News()[Grant.App]);
        _time.Advance(KeyUses.Accuracy - TimeSpan.FromTicks(1));
        _uses.Note(Grant);

        Assert.Empty(_uses.News());
    }

    [Fact]
    public void Keys_are_told_by_app()
    {
        var other = Grant with { KeyId = Guid.NewGuid(), App = Guid.NewGuid() };
        _uses.Note(Grant);
        _uses.Note(other);

        Assert.Equal(other.KeyId, Assert.Single(_uses.News()[other.App]).KeyId);
        Assert.Equal(2, _uses.News().Count);
    }
}

using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Participants;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Codes;
using CampaignEngine.Grains.Interfaces.Participants;

namespace CampaignEngine.Grains.Tests.Interfaces;

public class KeyTests
{
    private const string Test = "0198a000000070008000000000000001/1/0198a000000070008000000000000002";
    private const string Live = "0198a000000070008000000000000001/2/0198a000000070008000000000000002";

    [Theory]
    [InlineData(CampaignEnvironment.Test, Test)]
    [InlineData(CampaignEnvironment.Live, Live)]
    public void A_campaigns_key_is_read_back(CampaignEnvironment environment, string expected)
    {
        var id = Given.Campaign with { Environment = environment };

        Assert.Equal(expected, CampaignKey.Format(id));
        Assert.Equal(id, CampaignKey.Parse(expected));
        Assert.Equal(CampaignKey.Length, expected.Length);
    }

    [Fact]
    public void An_app_itself_has_the_key_of_no_campaign_in_no_environment()
    {
        var app = new CampaignId(Given.App, default, Guid.Empty);

        Assert.Equal("0198a000000070008000000000000001/0/00000000000000000000000000000000", CampaignKey.Format(app));
        Assert.Equal(app, CampaignKey.Parse(CampaignKey.Format(app)));
    }

    [Theory]
    [InlineData("0", "00000000000000000000000000000000")]
    [InlineData("15", "0000000000000000000000000000000f")]
    [InlineData("340282366920938463463374607431768211455", "ffffffffffffffffffffffffffffffff")]
    public void A_participants_key_is_read_back(string participant, string hex)
    {
        var reference = new ParticipantRef(UInt128.Parse(participant));

        Assert.Equal($"{Test}/{hex}", ParticipantKey.Format(Given.Campaign, reference));
        Assert.Equal((Given.Campaign, reference), ParticipantKey.Parse($"{Test}/{hex}"));
    }

    [Theory]
    [InlineData(CampaignEnvironment.Test, "0198a000000070008000000000000001/1")]
    [InlineData(CampaignEnvironment.Live, "0198a000000070008000000000000001/2")]
    public void A_code_spaces_key_is_read_back(CampaignEnvironment environment, string expected)
    {
        Assert.Equal(expected, CodeSpaceKey.Format(Given.App, environment));
        Assert.Equal((Given.App, environment), CodeSpaceKey.Parse(expected));
    }

    // A grain with such a key would keep the stream of another one.
    [Theory]
    [InlineData("")]
    [InlineData("0198a000000070008000000000000001")]
    [InlineData("0198a000000070008000000000000001/1")]
    [InlineData("0198a000000070008000000000000001/1/0198a00000007000800000000000000")]
    [InlineData("0198a000000070008000000000000001/1/0198a0000000700080000000000000022")]
    [InlineData("0198a000000070008000000000000001-1/0198a000000070008000000000000002")]
    [InlineData("0198a000000070008000000000000001/1-0198a000000070008000000000000002")]
    [InlineData("0198a000000070008000000000000001/x/0198a000000070008000000000000002")]
    [InlineData("0198A000000070008000000000000001/1/0198a000000070008000000000000002")]
    [InlineData("g198a000000070008000000000000001/1/0198a000000070008000000000000002")]
    [InlineData(Test + "/")]
    [InlineData(Test + "/f")]
    [InlineData(Test + "/F000000000000000000000000000000f")]
    [InlineData(Test + "/ 000000000000000000000000000000f")]
    [InlineData(Test + "-0000000000000000000000000000000f")]
    [InlineData(Test + "/00000000000000000000000000000000f")]
    public void Anything_else_is_no_key(string key)
    {
        Assert.Throws<FormatException>(() => CampaignKey.Parse(key));
        Assert.Throws<FormatException>(() => ParticipantKey.Parse(key));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0198a000000070008000000000000001")]
    [InlineData("0198a000000070008000000000000001/")]
    [InlineData("0198a000000070008000000000000001-1")]
    [InlineData("0198a000000070008000000000000001/01")]
    [InlineData("0198a000000070008000000000000001/ 1")]
    [InlineData("0198A000000070008000000000000001/1")]
    public void Anything_else_is_no_key_of_a_code_space(string key) =>
        Assert.Throws<FormatException>(() => CodeSpaceKey.Parse(key));
}

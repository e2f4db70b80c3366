namespace CampaignEngine.Domain.Tests.Campaigns.Reading;

public class UnsupportedMembersTests
{
    [Theory]
    [InlineData("/streak", "{ \"eventTypes\": [\"daily_login\"], \"bonuses\": [] }")]
    [InlineData("/streak", "false")]
    [InlineData("/referrals", "{}")]
    [InlineData("/codes", "true")]
    [InlineData("/codes", "[]")]
    [InlineData("/branding", "{ \"title\": \"Summer\" }")]
    [InlineData("/points/maxPointsPerUser", "[ { \"points\": 10000, \"per\": \"campaign\" } ]")]
    [InlineData("/points/rules/0/limits", "[ { \"times\": 5, \"per\": \"day\" } ]")]
    [InlineData("/points/rules/0/cooldownSeconds", "60")]
    [InlineData("/points/rules/1/cooldownSeconds", "0")]
    [InlineData("/milestones/0/eventType", "\"purchase\"")]
    [InlineData("/milestones/0/count", "10")]
    [InlineData("/milestones/0/repeats", "true")]
    [InlineData("/instantWin/deckSize", "1000")]
    [InlineData("/instantWin/tiers/0/maxPerDay", "2")]
    public void A_member_of_a_later_version_is_refused_as_not_supported_yet(string place, string json) =>
        Documents.AssertRefused(
            Documents.With(Documents.Demo, place, json), place, "This is not supported yet. Leave it out.");

    [Theory]
    [InlineData("/instantWin/mode", "\"deck\"", "The mode deck is not supported yet. Write odds.")]
    [InlineData("/instantWin/mode", "\"moments\"", "The mode moments is not supported yet. Write odds.")]
    public void A_mode_of_a_later_version_is_refused_as_not_supported_yet(string place, string json, string message) =>
        Documents.AssertRefused(Documents.With(Documents.Demo, place, json), place, message);

    [Theory]
    [InlineData("/streak", "null")]
    [InlineData("/referrals", "null")]
    [InlineData("/codes", "null")]
    [InlineData("/codes", "false")]
    [InlineData("/branding", "null")]
    [InlineData("/points/maxPointsPerUser", "[]")]
    [InlineData("/points/rules/0/limits", "null")]
    [InlineData("/points/rules/0/limits", "[]")]
    [InlineData("/points/rules/0/cooldownSeconds", "null")]
    [InlineData("/milestones/0/eventType", "null")]
    [InlineData("/milestones/0/count", "null")]
    [InlineData("/milestones/0/repeats", "false")]
    [InlineData("/instantWin/deckSize", "null")]
    [InlineData("/instantWin/tiers/0/maxPerDay", "null")]
    public void Its_default_value_is_as_absent(string place, string json) =>
        Assert.Empty(Documents.Read(Documents.With(Documents.Demo, place, json)).Errors);
}

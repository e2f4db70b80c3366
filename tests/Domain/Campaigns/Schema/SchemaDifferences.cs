using CampaignEngine.Domain.Campaigns;

namespace CampaignEngine.Domain.Tests.Campaigns.Schema;

/// <summary>What the reader refuses and the schema cannot see, as <c>docs/campaigns.md</c> lists it.</summary>
/// <param name="Heading">How its row in the docs begins.</param>
/// <param name="Message">How the reader's message begins.</param>
/// <param name="Pointer">A member of the demo, </param>
/// <param name="Json">and what to write there to see it.</param>
public sealed record SchemaDifference(string Heading, string Message, string Pointer, string Json);

internal static class SchemaDifferences
{
    public static readonly IReadOnlyList<SchemaDifference> All =
    [
        new("White space alone", "Write a text of 1 to", "/name", "\" \""),
        new("Dates that no calendar has", "Write a time such as", "/startsAt", "\"2026-02-30T00:00:00Z\""),
        new("An end that is not after the start", "The campaign ends before it starts.", "/endsAt", "\"2026-05-01T00:00:00Z\""),
        new("A time zone that nobody knows", "Write an IANA time zone id", "/timeZone", "\"Mars/Olympus\""),
        new("The same id, name, period, points or days twice", "This is the same as", "/points/rules/1/id", "\"purchase\""),
        new("More than 28 digits", "Write a number of at most 28 digits", "/points/rules/0/when/0/value", "12345678901234567890123456789"),
        new("Odds of more than 28 decimals", "Write odds from 1e-18 to 1", "/instantWin/tiers/0/odds", "0.12345678901234567890123456789"),
        new("Odds that add up to more than 1", "The odds of all tiers add up to more than 1.", "/instantWin/tiers/0/odds", "1"),
        new("Repeating milestones that give back more than half", "The repeating milestones give back", "/milestones/0/repeats", "true"),
        new("A deck smaller than its prizes", "The tiers have", "/instantWin/deckSize", "509"),
        new("More than 1,000,000 moments", "The quantities of all tiers add up to", "/instantWin/tiers/1/quantity", "1000000"),
        new("URLs without a host, or with a user", "Write a URL that begins with", "/branding/logoUrl", "\"https://a@b\""),
    ];

    public static bool Hold(DefinitionError error) =>
        All.Any(difference => error.Message.StartsWith(difference.Message, StringComparison.Ordinal));
}

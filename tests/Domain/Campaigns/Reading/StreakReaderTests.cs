namespace CampaignEngine.Domain.Tests.Campaigns.Reading;

public class StreakReaderTests
{
    private const string Days = "Write a whole number from 1 to 3660, without quotes.";
    private const string Points = "Write a whole number from 0 to 1000000000, without quotes.";

    [Theory]
    [InlineData("", "7", "", "Write an object with these members: eventTypes, bonuses.")]
    [InlineData("/eventTypes", null, "/eventTypes", "This member is required. Write an array of 1 to 50 event types.")]
    [InlineData("/eventTypes", "[]", "/eventTypes", "Write an array of 1 to 50 event types. Here are 0.")]
    [InlineData("/eventTypes", "[\"a\",\"a\"]", "/eventTypes/1", "This is the same as /streak/eventTypes/0.")]
    [InlineData("/eventTypes/0", "\"\"", "/eventTypes/0", "Write a text of 1 to 128 characters")]
    [InlineData("/bonuses", "{}", "/bonuses", "Write an array of 0 to 20 bonuses.")]
    [InlineData("/bonuses/0", "7", "/bonuses/0", "Write an object with these members: days, points, repeats.")]
    [InlineData("/bonuses/0/days", null, "/bonuses/0/days", "This member is required. " + Days)]
    [InlineData("/bonuses/0/days", "0", "/bonuses/0/days", Days)]
    [InlineData("/bonuses/0/days", "3661", "/bonuses/0/days", Days)]
    [InlineData("/bonuses/0/days", "1.5", "/bonuses/0/days", Days)]
    [InlineData("/bonuses/0/days", "7", "/bonuses/1/days", "This is the same as /streak/bonuses/0/days. Write a different one.")]
    [InlineData("/bonuses/0/points", null, "/bonuses/0/points", "This member is required. " + Points)]
    [InlineData("/bonuses/0/points", "-1", "/bonuses/0/points", Points)]
    [InlineData("/bonuses/0/points", "1000000001", "/bonuses/0/points", Points)]
    [InlineData("/bonuses/0/repeats", "\"true\"", "/bonuses/0/repeats", "Write true or false, without quotes.")]
    public void A_wrong_member_is_refused_at_its_pointer(string at, string? json, string place, string message) =>
        Documents.AssertRefused(Documents.With(Documents.Demo, "/streak" + at, json), "/streak" + place, message);

    [Theory]
    [InlineData(20, null)]
    [InlineData(21, "Write an array of 0 to 20 bonuses. Here are 21.")]
    public void There_may_be_20_bonuses(int count, string? message)
    {
        var bonuses = string.Join(',', Enumerable.Range(1, count).Select(days => $$"""{"days":{{days}},"points":1}"""));
        var document = Documents.With(Documents.Demo, "/streak/bonuses", $"[{bonuses}]");
        if (message is null)
            Assert.Equal(count, Documents.ReadValid(document).Streak!.Bonuses.Length);
        else
            Documents.AssertRefused(document, "/streak/bonuses", message);
    }
}

namespace CampaignEngine.Domain.Tests.Campaigns.Reading;

public class MilestonesReaderTests
{
    private const string Threshold = "Write a whole number from 1 to 1000000000, without quotes.";

    [Theory]
    [InlineData("/milestones", "{}", "/milestones", "Write an array of 0 to 100 milestones.")]
    [InlineData("/milestones/0", "\"silver\"", "/milestones/0", "Write an object with these members: id, name, points, bonusPoints.")]
    [InlineData("/milestones/0/id", null, "/milestones/0/id", "This member is required. Write an id")]
    [InlineData("/milestones/0/id", "\"Silver\"", "/milestones/0/id", "Write an id of 1 to 64 characters")]
    [InlineData("/milestones/1/id", "\"silver\"", "/milestones/1/id", "This is the same as /milestones/0/id. Write a different one.")]
    [InlineData("/milestones/0/name", "1", "/milestones/0/name", "Write a text of 1 to 200 characters")]
    [InlineData("/milestones/0/name", "\"\"", "/milestones/0/name", "Write a text of 1 to 200 characters")]
    [InlineData("/milestones/0/points", null, "/milestones/0/points", "This member is required. " + Threshold)]
    [InlineData("/milestones/0/points", "0", "/milestones/0/points", Threshold)]
    [InlineData("/milestones/0/points", "-5", "/milestones/0/points", Threshold)]
    [InlineData("/milestones/0/points", "1.5", "/milestones/0/points", Threshold)]
    [InlineData("/milestones/0/points", "\"1000\"", "/milestones/0/points", Threshold)]
    [InlineData("/milestones/0/points", "1000000001", "/milestones/0/points", Threshold)]
    [InlineData("/milestones/1/points", "1e3", "/milestones/1/points", "This is the same as /milestones/0/points. Write a different one.")]
    [InlineData("/milestones/0/bonusPoints", "-1", "/milestones/0/bonusPoints", "Write a whole number from 0 to 1000000000, without quotes.")]
    [InlineData("/milestones/0/bonusPoints", "1000000001", "/milestones/0/bonusPoints", "Write a whole number from 0 to 1000000000, without quotes.")]
    public void A_wrong_member_is_refused_at_its_pointer(string at, string? json, string place, string message) =>
        Documents.AssertRefused(Documents.With(Documents.Demo, at, json), place, message);

    [Fact]
    public void Two_wrong_thresholds_are_not_called_the_same() =>
        Assert.Equal(
            ["/milestones/0/points", "/milestones/1/points"],
            Documents.Read(Documents.With(Documents.With(Documents.Demo, "/milestones/0/points", "0"), "/milestones/1/points", "0"))
                .Errors.Select(error => error.Pointer));

    [Fact]
    public void By_default_the_name_is_the_id_and_there_is_no_bonus()
    {
        var milestone = Assert.Single(Documents.ReadValid(
            Documents.With(Documents.Minimal, "/milestones", """[{"id":"bronze","points":5}]""")).Milestones);
        Assert.Equal(("bronze", 0), (milestone.Name, milestone.BonusPoints));
    }

    [Fact]
    public void There_may_be_100_milestones()
    {
        static string Milestones(int count) =>
            $"[{string.Join(',', Enumerable.Range(1, count).Select(n => $$"""{"id":"m{{n}}","points":{{n}}}"""))}]";

        Assert.Equal(100, Documents.ReadValid(Documents.With(Documents.Demo, "/milestones", Milestones(100))).Milestones.Length);
        Documents.AssertRefused(
            Documents.With(Documents.Demo, "/milestones", Milestones(101)),
            "/milestones",
            "Write an array of 0 to 100 milestones. Here are 101.");
    }
}

namespace CampaignEngine.Domain.Tests.Campaigns.Reading;

public class MilestonesReaderTests
{
    private const string Count = "Write a whole number from 1 to 1000000, without quotes.";
    private const string Threshold = "Write a whole number from 1 to 1000000000, without quotes.";

    [Theory]
    [InlineData("/milestones", "{}", "/milestones", "Write an array of 0 to 100 milestones.")]
    [InlineData("/milestones/0", "\"silver\"", "/milestones/0", "Write an object with these members: id, name, points, eventType, count, repeats, bonusPoints.")]
    [InlineData("/milestones/0/id", null, "/milestones/0/id", "This member is required. Write an id")]
    [InlineData("/milestones/0/id", "\"Silver\"", "/milestones/0/id", "Write an id of 1 to 64 characters")]
    [InlineData("/milestones/1/id", "\"silver\"", "/milestones/1/id", "This is the same as /milestones/0/id. Write a different one.")]
    [InlineData("/milestones/0/name", "1", "/milestones/0/name", "Write a text of 1 to 200 characters")]
    [InlineData("/milestones/0/name", "\"\"", "/milestones/0/name", "Write a text of 1 to 200 characters")]
    [InlineData("/milestones/0/points", null, "/milestones/0", "Nothing reaches this milestone. Write points, or eventType and count.")]
    [InlineData("/milestones/0/points", "0", "/milestones/0/points", Threshold)]
    [InlineData("/milestones/0/points", "-5", "/milestones/0/points", Threshold)]
    [InlineData("/milestones/0/points", "1.5", "/milestones/0/points", Threshold)]
    [InlineData("/milestones/0/points", "\"1000\"", "/milestones/0/points", Threshold)]
    [InlineData("/milestones/0/points", "1000000001", "/milestones/0/points", Threshold)]
    [InlineData("/milestones/1/points", "1e3", "/milestones/1/points", "This is the same as /milestones/0/points. Write a different one.")]
    [InlineData("/milestones/0/bonusPoints", "-1", "/milestones/0/bonusPoints", "Write a whole number from 0 to 1000000000, without quotes.")]
    [InlineData("/milestones/0/bonusPoints", "1000000001", "/milestones/0/bonusPoints", "Write a whole number from 0 to 1000000000, without quotes.")]
    [InlineData("/milestones/2/eventType", null, "/milestones/2/eventType", "This member is required. Write a text of 1 to 128 characters")]
    [InlineData("/milestones/2/eventType", "5", "/milestones/2/eventType", "Write a text of 1 to 128 characters")]
    [InlineData("/milestones/2/count", null, "/milestones/2/count", "This member is required. " + Count)]
    [InlineData("/milestones/2/count", "0", "/milestones/2/count", Count)]
    [InlineData("/milestones/2/count", "1000001", "/milestones/2/count", Count)]
    [InlineData("/milestones/2/count", "1.5", "/milestones/2/count", Count)]
    [InlineData("/milestones/2/points", "5", "/milestones/2", "This milestone has points beside eventType or count. Write points, or eventType and count.")]
    [InlineData("/milestones/2/repeats", "1", "/milestones/2/repeats", "Write true or false, without quotes.")]
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
    public void Half_a_count_milestone_with_points_misses_its_other_half_too() => Assert.Equal(
        ["/milestones/0", "/milestones/0/eventType"],
        Documents.Read(Documents.With(Documents.Minimal, "/milestones", """[{"id":"a","points":5,"count":2}]""")).Errors.Select(error => error.Pointer));

    [Theory]
    [InlineData("""{"id":"a","points":2,"bonusPoints":1,"repeats":true}""", true)]
    [InlineData("""{"id":"a","points":999999999,"bonusPoints":500000000,"repeats":true}""", false)]
    [InlineData("""{"id":"a","points":1,"bonusPoints":0,"repeats":true}""", true)]
    [InlineData("""{"id":"a","points":1,"bonusPoints":1,"repeats":true}""", false)]
    [InlineData("""{"id":"a","points":1,"bonusPoints":1000,"repeats":false}""", true)]
    [InlineData("""{"id":"a","eventType":"x","count":1,"bonusPoints":1000,"repeats":true}""", true)]
    [InlineData("""{"id":"a","points":6,"bonusPoints":1,"repeats":true},{"id":"b","points":12,"bonusPoints":2,"repeats":true},{"id":"c","points":18,"bonusPoints":3,"repeats":true}""", true)]
    [InlineData("""{"id":"a","points":6,"bonusPoints":1,"repeats":true},{"id":"b","points":12,"bonusPoints":2,"repeats":true},{"id":"c","points":17,"bonusPoints":3,"repeats":true}""", false)]
    [InlineData("""{"id":"a","points":4,"bonusPoints":1,"repeats":true},{"id":"b","points":5,"bonusPoints":9},{"id":"c","points":8,"bonusPoints":2,"repeats":true}""", true)]
    public void Repeating_milestones_give_back_at_most_half(string milestones, bool accepted)
    {
        var errors = Documents.Read(Documents.With(Documents.Minimal, "/milestones", $"[{milestones}]")).Errors;
        Assert.Equal(accepted, errors.Count == 0);
        Assert.All(errors, error => Assert.StartsWith("The repeating milestones give back more than half", error.Message, StringComparison.Ordinal));
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

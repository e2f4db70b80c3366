namespace CampaignEngine.Domain.Tests.Participants;

/// <summary>The domain and a naive model, which counts everything anew each time, decide alike.</summary>
public class EventModelTests
{
    [Fact]
    public void The_domain_and_a_naive_model_decide_alike() =>
        Model.Holds(EventHistory.Cases, one => new EventHistory(one).Run(), times: 600);

    [Fact]
    public void The_histories_contain_what_makes_them_worth_anything()
    {
        HashSet<string> seen = [];
        foreach (var one in Model.Same(EventHistory.Cases, 500))
        {
            var history = new EventHistory(one);
            history.Run();
            seen.UnionWith(history.Seen);
        }

        string[] expected =
        [
            "refused: PlaysExceeded", "refused: PointsOverflow", "lost", "claimed and lost", "won", "no play", "milestone",
            "milestones", "milestone by prize", "milestone twice", "OtherEventType", "LimitReached", "CoolingDown", "Applied",
            "GaveNothing", "cut", "streak bonus", "long streak", "adjusted", "adjustment refused", "taken back", "losing award",
            "excluded play",
        ];
        Assert.Empty(expected.Except(seen));
    }

    public static TheoryData<string> Mistakes => [.. EventMistake.All.Keys];

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_noticed(string name) =>
        Model.Catches(EventHistory.Cases, one => new EventHistory(one, EventMistake.All[name]).Run());
}

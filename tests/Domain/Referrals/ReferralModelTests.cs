namespace CampaignEngine.Domain.Tests.Referrals;

/// <summary>Everybody is referred once, and every referral rewards both of them once, within the referrer's limit.</summary>
public class ReferralModelTests
{
    [Fact]
    public void Referrals_give_what_a_naive_model_gives() =>
        Model.Holds(ReferralHistory.Cases, one => new ReferralHistory(one).Run(), times: 400);

    [Fact]
    public void The_histories_contain_what_makes_them_worth_anything()
    {
        HashSet<string> seen = [];
        foreach (var one in Model.Same(ReferralHistory.Cases, 200))
        {
            var history = new ReferralHistory(one);
            history.Run();
            seen.UnionWith(history.Seen);
        }

        string[] expected =
        [
            "", "NotEnabled", "AlreadyReferred", "PointsOverflow", "credited True", "credited False", "beyond the limit", "completed True",
            "completed False", "milestone",
        ];
        Assert.Empty(expected.Except(seen));
    }

    public static TheoryData<string> Mistakes => [.. Enum.GetNames<ReferralHistory.Mistake>().Except(["None"])];

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_noticed(string mistake) =>
        Model.Catches(ReferralHistory.Cases, one => new ReferralHistory(one, Enum.Parse<ReferralHistory.Mistake>(mistake)).Run());
}

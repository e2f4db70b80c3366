using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Prizes;

namespace CampaignEngine.Domain.Tests.Prizes;

/// <summary>
/// Random histories of claims, repeats, confirmations, releases, leases, additions, wins taken back, restarts and days that
/// pass, in each mode. What must hold is counted from the entries alone by <see cref="PoolObserver"/>.
/// </summary>
public class PrizePoolModelTests
{
    public static TheoryData<InstantWinMode> Modes => [.. Enum.GetValues<InstantWinMode>()];

    [Theory]
    [MemberData(nameof(Modes))]
    public void Nothing_is_lost_and_nothing_given_twice(InstantWinMode mode) =>
        Model.Holds(PoolCase.Any(mode), one => new PoolHistory(one).Run(), times: 120);

    [Theory]
    [MemberData(nameof(Modes))]
    public void The_histories_contain_what_makes_them_worth_anything(InstantWinMode mode)
    {
        var histories = Model.Same(PoolCase.Any(mode), 20).Select(one => new PoolHistory(one)).ToList();
        histories.ForEach(history => history.Run());
        var entries = histories.SelectMany(history => history.Observer.Entries).ToList();

        Assert.True(histories.Sum(history => history.Observer.Losses) > 100);
        Assert.True(histories.Sum(history => history.Observer.Awards) > 100);
        Assert.Contains(entries, entry => entry is ClaimVoided);
        Assert.Contains(entries, entry => entry is WinTakenBack);
        Assert.Contains(entries, entry => entry is WinVoidRecorded);
        Assert.Equal(mode != InstantWinMode.Deck, entries.Any(entry => entry is TierRestocked));
    }

    public static TheoryData<InstantWinMode, string> Mistakes
    {
        get
        {
            var rows = new TheoryData<InstantWinMode, string>();
            foreach (var mode in Enum.GetValues<InstantWinMode>())
            {
                foreach (var mistake in Enum.GetValues<PoolHistory.Mistake>())
                {
                    // By odds, the draw is the participant's.
                    if (mistake != PoolHistory.Mistake.None && (mode, mistake) != (InstantWinMode.Odds, PoolHistory.Mistake.AnotherSeed))
                        rows.Add(mode, mistake.ToString());
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_noticed(InstantWinMode mode, string mistake) =>
        Model.Catches(PoolCase.Any(mode), one => new PoolHistory(one, Enum.Parse<PoolHistory.Mistake>(mistake)).Run());
}

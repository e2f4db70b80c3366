using CampaignEngine.Verify.Findings;

namespace CampaignEngine.Verify.Participants;

/// <summary>Holds the two sides of each referral against each other.</summary>
internal sealed class ReferralCheck(FindingList findings)
{
    private readonly Dictionary<(UInt128 Referrer, UInt128 Referee), Side> _credited = [];
    private readonly Dictionary<(UInt128 Referrer, UInt128 Referee), Side> _completed = [];

    private readonly record struct Side(string Stream, long Version, long Reward);

    /// <returns>False when the referrer was credited for this referee before.</returns>
    public bool Credit(UInt128 referrer, UInt128 referee, string stream, long version, long reward) =>
        _credited.TryAdd((referrer, referee), new Side(stream, version, reward));

    public void Complete(UInt128 referrer, UInt128 referee, string stream, long version, long referrerReward) =>
        _completed.TryAdd((referrer, referee), new Side(stream, version, referrerReward));

    /// <summary>When every participant was seen.</summary>
    /// <param name="isSettled">Whether nothing may be on its way any more.</param>
    public void Finish(bool isSettled)
    {
        foreach (var (pair, completed) in _completed)
        {
            if (!_credited.TryGetValue(pair, out var credited))
                findings.Add(completed.Stream, completed.Version, "completes a referral for which the referrer has no entry");
            else if (credited.Reward != completed.Reward)
                findings.Add(completed.Stream, completed.Version, $"gives the referrer {completed.Reward} points, and the referrer's entry {credited.Reward}");
        }

        if (!isSettled)
            return;
        foreach (var (pair, credited) in _credited)
        {
            if (!_completed.ContainsKey(pair))
                findings.Add(credited.Stream, credited.Version, "is for a referral that was never completed");
        }
    }
}

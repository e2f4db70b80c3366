namespace CampaignEngine.Histories;

/// <summary>
/// The invariants of a campaign, computed from raw entries and from the answers that clients saw, never from counters
/// that the code keeps. They are to be checked when faults have stopped, all unknown outcomes were asked for again and
/// pending work was done.
/// </summary>
public static class Invariants
{
    /// <param name="run">Names the run, so that it can be repeated: its seed.</param>
    /// <exception cref="InvalidOperationException">One does not hold; the message says which and where.</exception>
    public static void AssertHold(CampaignRecord record, string run)
    {
        var violations = Violations(record);
        if (violations.Count > 0)
            throw new InvalidOperationException($"{run}: {violations.Count} violations\n{string.Join('\n', violations.Take(20))}");
    }

    /// <summary>A sentence for each violation, beginning with the invariant's name.</summary>
    public static IReadOnlyList<string> Violations(CampaignRecord record) =>
    [
        .. PrizeInvariants.Violations(record), .. ParticipantInvariants.Violations(record), .. AnswerInvariants.Violations(record),
        .. CodeInvariants.Violations(record), .. BoardInvariants.Violations(record), .. record.BrokenChains,
    ];
}

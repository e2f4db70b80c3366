namespace CampaignEngine.Histories;

/// <summary>I3 for the leaderboard.</summary>
internal static class BoardInvariants
{
    public static IEnumerable<string> Violations(CampaignRecord record)
    {
        if (record.Board is not { } board)
            yield break;
        var places = board.ToLookup(place => place.User, place => place.Totals);
        foreach (var (user, view) in record.Views)
        {
            var shown = places[user].ToList();
            if (shown.Count > 1)
                yield return $"I3: {user} is on the board {shown.Count} times";
            if (shown.Count == 0 ? view is { TotalPoints: > 0 } : shown[0] != view)
                yield return $"I3: the board says {shown.FirstOrDefault()?.TotalPoints} of {user}, GET says {view?.TotalPoints}";
        }

        foreach (var (higher, lower) in board.Zip(board.Skip(1)).Where(pair => pair.First.Totals.TotalPoints < pair.Second.Totals.TotalPoints))
            yield return $"I3: the board has {higher.User} before {lower.User}, who has more";
    }
}

using CampaignEngine.Grains.Interfaces.Leaderboards;

namespace CampaignEngine.Grains.Leaderboards;

/// <summary>
/// A campaign's changes that its board has not taken yet: of each participant the newest. Any thread adds to it, one sends
/// from it. Nobody holds the lock for longer than one change of a dictionary.
/// </summary>
internal sealed class ScoreQueue
{
    /// <summary>Beyond that all are dropped, and the board reads the journal instead.</summary>
    public const int MaxChanges = 100_000;

    private readonly Lock _lock = new();
    private Dictionary<UInt128, ScoreChange> _changes = [];
    private bool _missedSome;
    private bool _isSending;

    /// <summary>Which activation of the board took the last changes. For the one who sends.</summary>
    public Guid Activation { get; set; }

    public void Add(in ScoreChange change)
    {
        lock (_lock)
            AddUnlessOld(change);
    }

    /// <summary>Takes everything out to send it; false when there is nothing, or the last sending is not over.</summary>
    public bool TryBegin(out IReadOnlyCollection<ScoreChange> changes, out bool missedSome)
    {
        lock (_lock)
        {
            (changes, missedSome) = ([], false);
            if (_isSending || (_changes.Count == 0 && !_missedSome))
                return false;
            _isSending = true;
            (changes, missedSome) = (_changes.Values, _missedSome);
            (_changes, _missedSome) = ([], false);
            return true;
        }
    }

    /// <summary>The sending is over.</summary>
    /// <param name="rest">What was not taken; newer changes that came meanwhile go before it.</param>
    /// <param name="missedSome">Whether the board has not been told yet that some are missing.</param>
    public void End(IEnumerable<ScoreChange> rest, bool missedSome)
    {
        lock (_lock)
        {
            foreach (var change in rest)
                AddUnlessOld(change);
            _missedSome |= missedSome;
            _isSending = false;
        }
    }

    private void AddUnlessOld(in ScoreChange change)
    {
        if (_changes.Count == MaxChanges && !_changes.ContainsKey(change.Participant))
        {
            _changes = [];
            _missedSome = true;
        }

        if (!_changes.TryGetValue(change.Participant, out var known) || known.Version < change.Version)
            _changes[change.Participant] = change;
    }
}

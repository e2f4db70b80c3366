namespace CampaignEngine.Domain.Leaderboards;

/// <summary>
/// Finds a participant's slot. A table with open addressing: a row is never taken out of it, and a participantRef is a
/// keyed hash already, so its low bits spread evenly.
/// </summary>
internal sealed class ScoreIndex(ScoreRows rows)
{
    /// <summary>Slot plus 1; 0 is free. A power of two long, two thirds full at most.</summary>
    private int[] _table = new int[16];

    /// <returns>The slot, or −1 when there is none.</returns>
    public int Find(UInt128 participant) => _table[PlaceOf(participant)] - 1;

    /// <summary>Adds a row that is not there yet.</summary>
    public void Add(int slot)
    {
        if (rows.Count > _table.Length / 3 * 2)
            Grow();
        _table[PlaceOf(rows[slot].Participant)] = slot + 1;
    }

    /// <summary>Where the participant stands, or would.</summary>
    private int PlaceOf(UInt128 participant)
    {
        var mask = _table.Length - 1;
        var place = (int)(participant & (UInt128)mask);
        while (_table[place] is var taken and not 0 && rows[taken - 1].Participant != participant)
            place = (place + 1) & mask;
        return place;
    }

    private void Grow()
    {
        var old = _table;
        _table = new int[old.Length * 2];
        foreach (var taken in old)
        {
            if (taken != 0)
                _table[PlaceOf(rows[taken - 1].Participant)] = taken;
        }
    }
}

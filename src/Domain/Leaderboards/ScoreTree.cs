namespace CampaignEngine.Domain.Leaderboards;

/// <summary>
/// The order of the rows: a treap that counts its subtrees, so that a change, a rank and the row at a rank cost the
/// logarithm of the count. Its priorities are hashes of participantRefs, which nobody outside can choose.
/// </summary>
internal sealed class ScoreTree(ScoreRows rows)
{
    public const int None = -1;

    private int _root = None;

    public int Count => SizeOf(_root);

    public void Add(int slot)
    {
        ref var row = ref rows[slot];
        (row.Before, row.After, row.Size) = (None, None, 1);
        _root = Add(_root, slot);
    }

    /// <summary>Takes a row out; what it is ordered by must not have been changed yet.</summary>
    public void Remove(int slot) => _root = Remove(_root, slot);

    /// <summary>Rows that come before a position.</summary>
    public int CountBefore(in BoardPosition position)
    {
        var count = 0;
        for (var at = _root; at != None;)
        {
            ref var row = ref rows[at];
            if (PositionOf(row) < position)
                (count, at) = (count + SizeOf(row.Before) + 1, row.After);
            else
                at = row.Before;
        }

        return count;
    }

    /// <summary>Slots in order.</summary>
    /// <param name="skip">How many come before the first of them.</param>
    public List<int> Take(int skip, int count)
    {
        var taken = new List<int>(Math.Max(0, Math.Min(count, Count - skip)));
        Take(_root, skip, count, taken);
        return taken;
    }

    public static BoardPosition PositionOf(in ScoreRow row) =>
        new(row.Points, new DateTimeOffset(row.ReachedAtTicks, TimeSpan.Zero), row.UserId);

    private void Take(int at, int skip, int count, List<int> taken)
    {
        if (at == None || taken.Count == count)
            return;
        ref var row = ref rows[at];
        var before = SizeOf(row.Before);
        if (skip < before)
            Take(row.Before, skip, count, taken);
        if (skip <= before && taken.Count < count)
            taken.Add(at);
        Take(row.After, Math.Max(0, skip - before - 1), count, taken);
    }

    private int Add(int tree, int slot)
    {
        if (tree == None)
            return slot;
        if (IsAbove(slot, tree))
        {
            (rows[slot].Before, rows[slot].After) = Split(tree, slot);
            return Counted(slot);
        }

        ref var top = ref rows[tree];
        if (IsBefore(slot, tree))
            top.Before = Add(top.Before, slot);
        else
            top.After = Add(top.After, slot);
        return Counted(tree);
    }

    private (int Before, int After) Split(int tree, int slot)
    {
        if (tree == None)
            return (None, None);
        ref var top = ref rows[tree];
        if (IsBefore(tree, slot))
        {
            (top.After, var after) = Split(top.After, slot);
            return (Counted(tree), after);
        }

        (var before, top.Before) = Split(top.Before, slot);
        return (before, Counted(tree));
    }

    private int Remove(int tree, int slot)
    {
        if (tree == None)
            throw new InvalidOperationException("A row that is to be taken out of the order is not in it.");
        ref var top = ref rows[tree];
        if (tree == slot)
            return Merge(top.Before, top.After);
        if (IsBefore(slot, tree))
            top.Before = Remove(top.Before, slot);
        else
            top.After = Remove(top.After, slot);
        return Counted(tree);
    }

    private int Merge(int before, int after)
    {
        if (before == None || after == None)
            return before == None ? after : before;
        if (IsAbove(before, after))
        {
            ref var row = ref rows[before];
            row.After = Merge(row.After, after);
            return Counted(before);
        }

        ref var last = ref rows[after];
        last.Before = Merge(before, last.Before);
        return Counted(after);
    }

    private int Counted(int tree)
    {
        ref var row = ref rows[tree];
        row.Size = SizeOf(row.Before) + 1 + SizeOf(row.After);
        return tree;
    }

    private int SizeOf(int tree) => tree == None ? 0 : rows[tree].Size;

    private bool IsBefore(int slot, int other) => PositionOf(rows[slot]) < PositionOf(rows[other]);

    private bool IsAbove(int slot, int other) => PriorityOf(rows[slot].Participant) > PriorityOf(rows[other].Participant);

    /// <summary>Mixed (as SplitMix64 does), because the low bits alone are what a bucket of the journal has in common.</summary>
    private static ulong PriorityOf(UInt128 participant)
    {
        unchecked
        {
            var mixed = (ulong)participant ^ (ulong)(participant >> 64);
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}

using CampaignEngine.Domain.Prizes;
using UniqueKey = CampaignEngine.Journal.UniqueKey;

namespace CampaignEngine.Grains.Prizes;

/// <summary>
/// The unique keys of a pool's stream, by which an entry is found without reading the others. The kinds are stored, so
/// they only grow; a command's key, which is a hash, has the highest bit set and theirs do not.
/// </summary>
internal static class PoolKeys
{
    private enum Kind : byte
    {
        VoidedClaim = 1,
        WinTakenBack = 2,
        OwnCode = 3,
        WinRedeemed = 4,
    }

    /// <summary>The claim of this award that nobody was ever told of.</summary>
    public static UInt128 OfVoidedClaim(long award) => Key(Kind.VoidedClaim, (ulong)award);

    public static UInt128 OfWinTakenBack(long award) => Key(Kind.WinTakenBack, (ulong)award);

    public static UInt128 OfWinRedeemed(long award) => Key(Kind.WinRedeemed, (ulong)award);

    /// <summary>The award that got an uploaded code.</summary>
    /// <param name="code">Its place among the tier's.</param>
    /// <param name="returns">How often it had come back before, from 0.</param>
    public static UInt128 OfOwnCode(int tier, int code, int returns) =>
        Key(Kind.OwnCode, ((ulong)(uint)returns << 32) | (uint)code, (uint)tier);

    public static UInt128 OfCommand(UInt128 hash) => hash | (UInt128.One << 127);

    /// <summary>Rows that the entries take with their keys.</summary>
    public static int RowsOf(IReadOnlyList<PoolEntry> entries)
    {
        var rows = entries.Count;
        for (var i = 0; i < entries.Count; i++)
        {
            var (own, command) = KeysOf(entries[i]);
            rows += (own is null ? 0 : 1) + (command is null ? 0 : 1);
        }

        return rows;
    }

    /// <param name="version">Of the first entry.</param>
    public static List<UniqueKey> Of(IReadOnlyList<PoolEntry> entries, long version)
    {
        List<UniqueKey> keys = [];
        for (var i = 0; i < entries.Count; i++)
        {
            var (own, command) = KeysOf(entries[i]);
            if (own is { } ownKey)
                keys.Add(new UniqueKey(ownKey, version + i));
            if (command is { } commandKey)
                keys.Add(new UniqueKey(commandKey, version + i));
        }

        return keys;
    }

    /// <summary>The keys of an entry: what it is about, and the command that it came from.</summary>
    private static (UInt128? Own, UInt128? Command) KeysOf(PoolEntry entry) => entry switch
    {
        PrizeAwarded awarded => (awarded.OwnCode == 0 ? null : OfOwnCode(awarded.Tier, awarded.OwnCode, awarded.OwnCodeReturns), null),
        ClaimVoided voided => (OfVoidedClaim(voided.Award), null),
        WinTakenBack taken => (OfWinTakenBack(taken.Award), null),
        TierRestocked restocked => (null, OfCommand(restocked.Command)),
        WinRedeemed redeemed => (OfWinRedeemed(redeemed.Award), redeemed.Command == 0 ? null : OfCommand(redeemed.Command)),
        _ => default,
    };

    private static UInt128 Key(Kind kind, ulong lower, uint upper = 0) => new(((ulong)kind << 32) | upper, lower);
}

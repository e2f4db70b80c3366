using System.Buffers.Binary;
using CampaignEngine.Journal;

namespace CampaignEngine.Grains.Participants;

/// <summary>
/// The newest event ids of a participant, as keyed hashes with the version of their entry, oldest first. Older ids
/// leave only with a snapshot, and become unique keys of the stream in the same commit.
/// </summary>
internal sealed class RecentEventIds
{
    /// <summary>Ids kept across a snapshot; between two snapshots up to an interval's worth more.</summary>
    public const int MaxKept = 512;

    private const int PackedBytes = 16 + 8;

    private readonly List<UniqueKey> _ids = [];

    /// <summary>Whether ids have left, so that an unknown one must be looked up.</summary>
    public bool HasOlder { get; private set; }

    public int Count => _ids.Count;

    public void Add(UInt128 idHash, long version) => _ids.Add(new UniqueKey(idHash, version));

    public long? Find(UInt128 idHash)
    {
        for (var i = _ids.Count - 1; i >= 0; i--)
        {
            if (_ids[i].Key == idHash)
                return _ids[i].Version;
        }

        return null;
    }

    /// <summary>Those that a snapshot taken after <paramref name="added"/> more would leave out, oldest first.</summary>
    public IReadOnlyList<UniqueKey> ToLeave(int added) => _ids.GetRange(0, Math.Max(0, _ids.Count + added - MaxKept));

    /// <summary>Forgets the oldest, once they are committed as unique keys.</summary>
    public void Leave(int count)
    {
        _ids.RemoveRange(0, count);
        HasOlder |= count > 0;
    }

    /// <param name="skip">The oldest, which leave with this commit.</param>
    public byte[] Pack(int skip, UInt128 addedHash, long addedVersion)
    {
        var packed = new byte[(_ids.Count - skip + (addedVersion == 0 ? 0 : 1)) * PackedBytes];
        var rest = packed.AsSpan();
        foreach (var id in _ids.Skip(skip))
            rest = Pack(rest, id.Key, id.Version);
        if (addedVersion != 0)
            Pack(rest, addedHash, addedVersion);
        return packed;
    }

    public static RecentEventIds Unpack(ReadOnlySpan<byte> packed, bool hasOlder)
    {
        var ids = new RecentEventIds { HasOlder = hasOlder };
        for (; !packed.IsEmpty; packed = packed[PackedBytes..])
            ids.Add(BinaryPrimitives.ReadUInt128LittleEndian(packed), BinaryPrimitives.ReadInt64LittleEndian(packed[16..]));
        return ids;
    }

    private static Span<byte> Pack(Span<byte> to, UInt128 hash, long version)
    {
        BinaryPrimitives.WriteUInt128LittleEndian(to, hash);
        BinaryPrimitives.WriteInt64LittleEndian(to[16..], version);
        return to[PackedBytes..];
    }
}

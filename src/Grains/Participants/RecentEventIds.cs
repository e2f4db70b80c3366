using System.Buffers.Binary;
using UniqueKey = CampaignEngine.Journal.UniqueKey;

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

    public void Add(UInt128 idHash, long version) => _ids.Add(new UniqueKey(idHash, version));

    /// <summary>The version of the entry with this id, or null when it is not among the newest.</summary>
    public long? Find(UInt128 idHash)
    {
        for (var i = _ids.Count - 1; i >= 0; i--)
        {
            if (_ids[i].Key == idHash)
                return _ids[i].Version;
        }

        return null;
    }

    /// <summary>Removes the oldest beyond <see cref="MaxKept"/>; they must be committed as unique keys.</summary>
    public IReadOnlyList<UniqueKey> RemoveOldest()
    {
        var oldest = _ids.GetRange(0, Math.Max(0, _ids.Count - MaxKept));
        _ids.RemoveRange(0, oldest.Count);
        HasOlder |= oldest.Count > 0;
        return oldest;
    }

    public byte[] Pack()
    {
        var packed = new byte[_ids.Count * PackedBytes];
        var rest = packed.AsSpan();
        foreach (var id in _ids)
        {
            BinaryPrimitives.WriteUInt128LittleEndian(rest, id.Key);
            BinaryPrimitives.WriteInt64LittleEndian(rest[16..], id.Version);
            rest = rest[PackedBytes..];
        }

        return packed;
    }

    public static RecentEventIds Unpack(ReadOnlySpan<byte> packed, bool hasOlder)
    {
        var ids = new RecentEventIds { HasOlder = hasOlder };
        for (; !packed.IsEmpty; packed = packed[PackedBytes..])
            ids.Add(BinaryPrimitives.ReadUInt128LittleEndian(packed), BinaryPrimitives.ReadInt64LittleEndian(packed[16..]));
        return ids;
    }
}

using System.Buffers.Binary;

namespace CampaignEngine.Journal.Entries;

/// <summary>A snapshot as bytes: format (1), version, the chain up to it, the state.</summary>
internal static class SnapshotCodec
{
    private const byte Format = 1;
    private const int StateOffset = 1 + 8 + ChainBytes.Length;

    public static int SizeOf(ReadOnlyMemory<byte> state) => StateOffset + state.Length;

    public static void Write(Span<byte> target, StreamHead head, ReadOnlySpan<byte> state)
    {
        target[0] = Format;
        BinaryPrimitives.WriteInt64BigEndian(target[1..], head.Version);
        ChainBytes.Write(target[9..], head.Chain);
        state.CopyTo(target[StateOffset..]);
    }

    public static (Snapshot Snapshot, ChainHash Chain) Read(in StreamId stream, byte[] bytes)
    {
        if (bytes.Length < StateOffset || bytes[0] != Format) throw Damage.OfSnapshot(stream, "cannot be read");
        var version = BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(1));
        if (version < 1) throw Damage.OfSnapshot(stream, "has no valid version");
        return (new Snapshot(version, bytes.AsMemory(StateOffset)), ChainBytes.Read(bytes.AsSpan(9)));
    }
}

using System.Buffers.Binary;

namespace CampaignEngine.Journal.Entries;

/// <summary>Scopes and streams as bytes: hashed into the chain and sorted in keys, so the order of the fields is for ever.</summary>
internal static class StreamIdBytes
{
    public const int ScopeLength = 16 + 1 + 16;
    public const int Length = ScopeLength + 1 + 16;

    public static void WriteScope(Span<byte> target, in Scope scope)
    {
        scope.App.TryWriteBytes(target, bigEndian: true, out _);
        target[16] = scope.Environment;
        scope.Campaign.TryWriteBytes(target[17..], bigEndian: true, out _);
    }

    public static Scope ReadScope(ReadOnlySpan<byte> source) =>
        new(new Guid(source[..16], bigEndian: true), source[16], new Guid(source.Slice(17, 16), bigEndian: true));

    public static void Write(Span<byte> target, in StreamId stream)
    {
        WriteScope(target, stream.Scope);
        target[ScopeLength] = (byte)stream.Kind;
        BinaryPrimitives.WriteUInt128BigEndian(target[(ScopeLength + 1)..], stream.Key);
    }
}

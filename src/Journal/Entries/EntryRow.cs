using System.Buffers.Binary;

namespace CampaignEngine.Journal.Entries;

/// <summary>
/// A view on the bytes of one entry:
/// <code>
///  0  format (1)
///  1  bits 0-1: personal part (0 none, 1 kept, 2 blanked); bit 2: a summary is at the end
///  2  time, UTC ticks        10  chain        42  version of the entry with the newest summary, 0 for none
/// 50  length of the public part, public part
///     unless none: hash of the personal part
///     if kept: length of the personal part, salt, personal part
///     if bit 2: summary
/// </code>
/// Numbers are big endian. These bytes are stored for ever; a test freezes them.
/// </summary>
internal readonly struct EntryRow
{
    public const byte Format = 1;
    public const int PersonalNone = 0, PersonalKept = 1, PersonalBlanked = 2, PersonalMask = 3, SummaryHere = 4;
    public const int TicksOffset = 2, ChainOffset = 10, SummaryVersionOffset = 42, PublicLengthOffset = 50, PublicOffset = 54;
    public const int PersonalFixedLength = 4 + EntryChain.SaltLength;

    private readonly ReadOnlyMemory<byte> _row;
    private readonly int _publicEnd;
    private readonly int _personalEnd;

    /// <exception cref="InvalidDataException">These bytes are no entry.</exception>
    public EntryRow(ReadOnlyMemory<byte> row)
    {
        _row = row;
        var bytes = row.Span;
        if (bytes.Length < PublicOffset || bytes[0] != Format || bytes[1] > (SummaryHere | PersonalBlanked))
            throw new InvalidDataException("An entry has no known format.");
        if (Personality is not (PersonalNone or PersonalKept or PersonalBlanked))
            throw new InvalidDataException("An entry's personal part has no known state.");

        _publicEnd = End(PublicOffset, BinaryPrimitives.ReadInt32BigEndian(bytes[PublicLengthOffset..]), bytes.Length);
        _personalEnd = _publicEnd;
        if (Personality != PersonalNone) _personalEnd = End(_personalEnd, ChainBytes.Length, bytes.Length);
        if (Personality == PersonalKept)
        {
            var start = End(_personalEnd, PersonalFixedLength, bytes.Length);
            _personalEnd = End(start, BinaryPrimitives.ReadInt32BigEndian(bytes[_personalEnd..]), bytes.Length);
        }

        if (HasSummary) SummaryCodec.CheckLength(SummaryBytes);
        else if (_personalEnd != bytes.Length) throw new InvalidDataException("An entry has something after it.");
    }

    public ReadOnlySpan<byte> Bytes => _row.Span;
    public int Personality => _row.Span[1] & PersonalMask;
    public bool HasSummary => (_row.Span[1] & SummaryHere) != 0;
    public long TimeTicks => BinaryPrimitives.ReadInt64BigEndian(_row.Span[TicksOffset..]);
    public ChainHash Chain => ChainBytes.Read(_row.Span[ChainOffset..]);
    public long SummaryVersion => BinaryPrimitives.ReadInt64BigEndian(_row.Span[SummaryVersionOffset..]);
    public ReadOnlyMemory<byte> Public => _row[PublicOffset.._publicEnd];

    /// <summary>Where the hash of the personal part ends; where the public part does when there is none.</summary>
    public int HashEnd => Personality == PersonalNone ? _publicEnd : _publicEnd + ChainBytes.Length;
    public ReadOnlyMemory<byte> PersonalHash => _row[_publicEnd..HashEnd];
    public ReadOnlySpan<byte> SaltAndPersonal =>
        Personality == PersonalKept ? _row.Span[(HashEnd + 4).._personalEnd] : default;
    public ReadOnlyMemory<byte> Personal =>
        Personality == PersonalKept ? _row[(HashEnd + PersonalFixedLength).._personalEnd] : default;
    public ReadOnlySpan<byte> SummaryBytes => _row.Span[_personalEnd..];

    private static int End(int start, int length, int limit)
    {
        if (length < 0 || length > limit - start) throw new InvalidDataException("An entry is cut off.");
        return start + length;
    }
}

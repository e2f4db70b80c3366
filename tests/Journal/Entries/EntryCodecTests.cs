using CampaignEngine.Journal.Entries;

namespace CampaignEngine.Journal.Tests.Entries;

/// <summary>Stored bytes do not change: these rows lie in somebody's journal.</summary>
public sealed class EntryCodecTests
{
    private static readonly StreamId Stream = new(
        new Scope(new Guid("00112233-4455-6677-8899-aabbccddeeff"), 7, new Guid("ffeeddcc-bbaa-9988-7766-554433221100")),
        StreamKind.Participant, ((UInt128)0x0102030405060708 << 64) | 0x090a0b0c0d0e0f10);
    private static readonly ChainHash Previous = new(1, 2);
    private static readonly byte[] Salt = [.. Enumerable.Range(0xA0, EntryChain.SaltLength).Select(i => (byte)i)];

    [Fact]
    public void An_entry_without_a_personal_part_keeps_its_bytes() => AssertGolden(Given.Entry("public"), null, 4, Golden.Plain);

    [Fact]
    public void An_entry_with_everything_keeps_its_bytes() =>
        AssertGolden(Given.Entry("public", "personal"), Given.Summary(10, "user", "Zoë"), 4, Golden.Full);

    [Fact]
    public void A_redacted_entry_keeps_its_bytes() =>
        Assert.Equal(Golden.Redacted, Convert.ToHexString(EntryRedaction.Redact(Convert.FromHexString(Golden.Full))!));

    [Fact]
    public void A_redacted_entry_has_nothing_left_to_redact() =>
        Assert.Null(EntryRedaction.Redact(Convert.FromHexString(Golden.Redacted)));

    [Fact]
    public void Golden_rows_are_read()
    {
        var full = new EntryRow(Convert.FromHexString(Golden.Full));
        Assert.Equal(("public", "personal"), (Given.Text(full.Public), Given.Text(full.Personal)));
        Assert.Equal((5, Given.Time.UtcTicks), (full.SummaryVersion, full.TimeTicks));
        Assert.Equal(Given.Summary(10, "user", "Zoë"), SummaryCodec.Read(full.SummaryBytes));

        var redacted = new EntryRow(Convert.FromHexString(Golden.Redacted));
        Assert.Equal(("public", ""), (Given.Text(redacted.Public), Given.Text(redacted.Personal)));
        Assert.Equal(full.Chain, redacted.Chain);
        Assert.Equal(Given.Summary(10, "", ""), SummaryCodec.Read(redacted.SummaryBytes));

        var plain = new EntryRow(Convert.FromHexString(Golden.Plain));
        Assert.Equal(4, plain.SummaryVersion);
        Assert.False(plain.HasSummary);
    }

    [Fact]
    public void Two_equal_personal_parts_have_different_salts()
    {
        var entry = Given.Entry("public", "personal");
        byte[] first = new byte[EntryCodec.SizeOf(entry, null)], second = new byte[first.Length];
        EntryCodec.Write(first, Stream, StreamHead.Empty, entry, null);
        EntryCodec.Write(second, Stream, StreamHead.Empty, entry, null);

        Assert.NotEqual(new EntryRow(first).Chain, new EntryRow(second).Chain);
        Assert.False(new EntryRow(first).PersonalHash.Span.SequenceEqual(new EntryRow(second).PersonalHash.Span));
    }

    private static void AssertGolden(NewEntry entry, Summary? summary, long summaryVersion, string golden)
    {
        var row = new byte[EntryCodec.SizeOf(entry, summary)];
        var chain = EntryCodec.Write(row, Stream, 5, Previous, entry, summary, summaryVersion, Salt);

        Assert.Equal(golden, Convert.ToHexString(row));
        var walk = new ChainWalk(Stream, new StreamHead(4, Previous));
        Assert.Equal(Given.Text(entry.Personal), Given.Text(walk.Next(5, row).Personal));
        Assert.Equal(new StreamHead(5, chain, summary is null ? summaryVersion : 5), walk.Head);
    }
}

using System.Text;

namespace CampaignEngine.Journal.Tests.Contract;

public abstract partial class JournalContractTests
{
    [Fact]
    public async Task A_redacted_entry_has_no_personal_part_and_the_chain_still_verifies()
    {
        var stream = Given.NewStream();
        var head = await Journal.AppendAsync(stream, StreamHead.Empty, Given.One("one", "Ann"));
        head = await Journal.AppendAsync(stream, head, Given.One("two", "Ann"));
        head = await Journal.AppendAsync(stream, head, Given.One("three", "Ann"));

        await Journal.RedactAsync(stream, 2);
        await Journal.RedactAsync(stream, 2);

        var record = await Journal.ReadAsync(stream);
        Assert.Equal(head, record.Head);
        Assert.Equal(["Ann", "", "Ann"], record.Entries.Select(e => Given.Text(e.Personal)));
        Assert.Equal(["one", "two", "three"], record.Entries.Select(e => Given.Text(e.Public)));
        await Journal.Chain(stream, head, "four");
        Assert.Equal(4, (await Journal.ReadEntriesAsync(stream, 1).ToListAsync()).Count);
    }

    [Fact]
    public async Task Redaction_takes_the_names_out_of_the_summary_and_leaves_the_rest()
    {
        var stream = Given.NewStream();
        var head = await Journal.AppendAsync(stream, StreamHead.Empty,
            new Append { Entries = [Given.Entry("one", "Ann")], Summary = Given.Summary(10, "ann", "Ann") });
        await Journal.AppendAsync(stream, head, new Append { Entries = [Given.Entry("two")], Summary = Given.Summary(20, "ann", "Ann") });

        await Journal.RedactAsync(stream, 1);
        var afterOlder = Assert.Single(await Journal.ReadSummariesAsync(stream.Bucket).ToListAsync());
        await Journal.RedactAsync(stream, 2);
        var afterNewest = Assert.Single(await Journal.ReadSummariesAsync(stream.Bucket).ToListAsync());

        Assert.Equal(Given.Summary(20, "ann", "Ann"), afterOlder.Summary);
        Assert.Equal(Given.Summary(20, "", ""), afterNewest.Summary);
    }

    [Fact]
    public async Task An_entry_without_a_person_may_be_redacted()
    {
        var stream = Given.NewStream();
        var head = await Journal.Chain(stream, StreamHead.Empty, "one");

        await Journal.RedactAsync(stream, 1);

        Assert.Equal(head, (await Journal.ReadAsync(stream)).Head);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Redacting_an_entry_that_does_not_exist_is_a_mistake(long version)
    {
        var stream = Given.NewStream();
        await Journal.Chain(stream, StreamHead.Empty, "one");

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Journal.RedactAsync(stream, version));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Journal.RedactAsync(Given.NewStream(), 1));
    }

    [Theory]
    [InlineData("public")]
    [InlineData("personal")]
    public async Task A_changed_entry_is_damage(string part)
    {
        var stream = Given.NewStream();
        var head = await Journal.Chain(stream, StreamHead.Empty, "one");
        head = await Journal.AppendAsync(stream, head, Given.One("public", "personal"));
        await Journal.Chain(stream, head, "three");

        await Tamper(stream, 2, row =>
        {
            var text = Encoding.Latin1.GetString(row);
            Assert.Contains(part, text, StringComparison.Ordinal);
            return Encoding.Latin1.GetBytes(text.Replace(part, part.ToUpperInvariant(), StringComparison.Ordinal));
        });

        await AssertDamaged(stream);
    }

    [Fact]
    public async Task An_entry_put_in_the_place_of_another_is_damage()
    {
        var stream = Given.NewStream();
        byte[]? first = null;
        await Journal.Chain(stream, StreamHead.Empty, "one", "two", "three");
        await Tamper(stream, 1, row => first = row);
        await Tamper(stream, 2, _ => first!);

        await AssertDamaged(stream);
    }

    [Fact]
    public async Task An_entry_cut_off_anywhere_is_damage()
    {
        var stream = Given.NewStream();
        var head = await Journal.AppendAsync(stream, StreamHead.Empty,
            new Append { Entries = [Given.Entry("public", "personal")], Summary = Given.Summary(1) });
        byte[]? whole = null;
        await Tamper(stream, 1, row => whole = row);

        for (var length = whole!.Length - 1; length >= 0; length -= Count(23, 1))
        {
            await Tamper(stream, 1, _ => whole[..length]);
            await AssertDamaged(stream);
        }

        await Tamper(stream, 1, _ => whole);
        Assert.Equal(head, (await Journal.ReadAsync(stream)).Head);
    }

    [Fact]
    public async Task A_changed_entry_after_a_snapshot_is_damage()
    {
        var stream = Given.NewStream();
        var head = await Journal.AppendAsync(stream, StreamHead.Empty, new Append { Entries = [Given.Entry("one")], Snapshot = Given.Bytes("state") });
        await Journal.Chain(stream, head, "public");

        await Tamper(stream, 2, row => Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(row).Replace("public", "PUBLIC", StringComparison.Ordinal)));

        await AssertDamaged(stream);
    }

    private async Task AssertDamaged(StreamId stream)
    {
        await Assert.ThrowsAsync<JournalDamagedException>(async () => await Journal.ReadAsync(stream));
        await Assert.ThrowsAsync<JournalDamagedException>(() => Journal.ReadEntriesAsync(stream, 1).ToListAsync());
        await Assert.ThrowsAsync<JournalDamagedException>(() => Journal.ReadEntriesAsync(stream, 100, backwards: true).ToListAsync());
    }
}

using CampaignEngine.Journal.Entries;

namespace CampaignEngine.Journal.Tests.Entries;

public sealed class EntryChainTests
{
    private static readonly StreamId Stream = Given.NewStream();
    private static readonly byte[] Hash = [.. Enumerable.Repeat((byte)9, 32)];

    [Fact]
    public void Every_part_of_an_entry_changes_the_chain()
    {
        ChainHash[] chains =
        [
            EntryChain.Next(default, Stream, 1, 1, "public"u8, Hash),
            EntryChain.Next(new ChainHash(1, 0), Stream, 1, 1, "public"u8, Hash),
            EntryChain.Next(new ChainHash(0, 1), Stream, 1, 1, "public"u8, Hash),
            EntryChain.Next(default, Stream with { Kind = StreamKind.Campaign }, 1, 1, "public"u8, Hash),
            EntryChain.Next(default, Stream with { Key = 1 }, 1, 1, "public"u8, Hash),
            EntryChain.Next(default, Stream with { Scope = Stream.Scope with { App = Guid.Empty } }, 1, 1, "public"u8, Hash),
            EntryChain.Next(default, Stream with { Scope = Stream.Scope with { Environment = 9 } }, 1, 1, "public"u8, Hash),
            EntryChain.Next(default, Stream with { Scope = Stream.Scope with { Campaign = Guid.Empty } }, 1, 1, "public"u8, Hash),
            EntryChain.Next(default, Stream, 2, 1, "public"u8, Hash),
            EntryChain.Next(default, Stream, 1, 2, "public"u8, Hash),
            EntryChain.Next(default, Stream, 1, 1, "publix"u8, Hash),
            EntryChain.Next(default, Stream, 1, 1, ""u8, Hash),
            EntryChain.Next(default, Stream, 1, 1, "public"u8, new byte[32]),
            EntryChain.Next(default, Stream, 1, 1, "public"u8, default),
        ];

        Assert.Equal(chains.Length, chains.Distinct().Count());
        Assert.Equal(chains[0], EntryChain.Next(default, Stream, 1, 1, "public"u8, Hash));
    }

    [Theory]
    [InlineData(2048 - 141)]
    [InlineData(2048)]
    [InlineData(100_000)]
    public void A_long_public_part_is_covered_to_its_end(int length)
    {
        var bytes = new byte[length];
        var chain = EntryChain.Next(default, Stream, 1, 1, bytes, default);
        bytes[^1] = 1;

        Assert.NotEqual(chain, EntryChain.Next(default, Stream, 1, 1, bytes, default));
    }
}

using System.Buffers.Text;
using CampaignEngine.Gateway.Leaderboards;
using CampaignEngine.Grains.Interfaces.Leaderboards;

namespace CampaignEngine.Gateway.Tests.Leaderboards;

public class BoardCursorTests
{
    private static readonly BoardPlace Place = new(650, new DateTimeOffset(2026, 6, 1, 12, 30, 0, TimeSpan.Zero).AddTicks(7), "user/ü-123");

    [Fact]
    public void A_place_comes_back_as_it_was_written()
    {
        Assert.Equal(Place, BoardCursor.Parse(BoardCursor.Write(Place)));
        Assert.Matches("^[A-Za-z0-9_-]+$", BoardCursor.Write(Place));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("17")]
    [InlineData("summer-promo")]
    [InlineData("not base64!")]
    [InlineData("sQAAAAAAAAAAAAAAAAAAAAA")]
    public void What_is_no_cursor_of_ours_is_none(string text) => Assert.Null(BoardCursor.Parse(text));

    [Theory]
    [InlineData(0, 0xB2, "another format")]
    [InlineData(1, 0xFF, "points below 0")]
    [InlineData(1, 0x7F, "more points than there may be")]
    [InlineData(9, 0x7F, "a time that there is not")]
    [InlineData(17, 0x01, "a control character")]
    [InlineData(17, 0xFF, "no UTF-8")]
    public void A_cursor_with_a_wrong_byte_is_none(int at, byte value, string because)
    {
        var bytes = Base64Url.DecodeFromChars(BoardCursor.Write(Place));
        bytes[at] = value;

        Assert.True(BoardCursor.Parse(Base64Url.EncodeToString(bytes)) is null, because);
    }
}

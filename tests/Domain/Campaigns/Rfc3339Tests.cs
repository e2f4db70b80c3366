using CampaignEngine.Domain.Campaigns;

namespace CampaignEngine.Domain.Tests.Campaigns;

public class Rfc3339Tests
{
    [Theory]
    [InlineData("2026-06-01T00:00:00Z", "2026-06-01T00:00:00.0000000+00:00")]
    [InlineData("2026-06-01T00:00:00", "2026-06-01T00:00:00.0000000+00:00")]
    [InlineData("2026-06-01t12:34:56z", "2026-06-01T12:34:56.0000000+00:00")]
    [InlineData("2026-06-01T12:34:56-00:00", "2026-06-01T12:34:56.0000000+00:00")]
    [InlineData("2026-06-01T12:34:56+05:45", "2026-06-01T12:34:56.0000000+05:45")]
    [InlineData("2026-06-01T12:34:56-03:30", "2026-06-01T12:34:56.0000000-03:30")]
    [InlineData("2026-06-01T12:34:56+14:00", "2026-06-01T12:34:56.0000000+14:00")]
    [InlineData("2026-06-01T12:34:56-14:00", "2026-06-01T12:34:56.0000000-14:00")]
    [InlineData("2026-06-01T12:34:56.5", "2026-06-01T12:34:56.5000000+00:00")]
    [InlineData("2026-06-01T12:34:56.123Z", "2026-06-01T12:34:56.1230000+00:00")]
    [InlineData("2026-06-01T12:34:56.1234567+02:00", "2026-06-01T12:34:56.1234567+02:00")]
    [InlineData("2026-06-01T12:34:56.999999999Z", "2026-06-01T12:34:56.9999999+00:00")]
    [InlineData("2024-02-29T23:59:59Z", "2024-02-29T23:59:59.0000000+00:00")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.0000000+00:00")]
    [InlineData("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999+00:00")]
    public void A_time_is_read(string text, string expected)
    {
        Assert.True(Rfc3339.TryParse(text, out var moment));
        Assert.Equal(expected, moment.ToString("O"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-06-01")]
    [InlineData("2026-06-01T00:00")]
    [InlineData("2026-06-01T00:00Z")]
    [InlineData("2026-06-01 00:00:00Z")]
    [InlineData(" 2026-06-01T00:00:00Z")]
    [InlineData("2026-06-01T00:00:00Z ")]
    [InlineData("2026-06-01T00:00:00Z\n")]
    [InlineData("2026-6-1T00:00:00Z")]
    [InlineData("+2026-06-01T00:00:00Z")]
    [InlineData("2026-02-29T00:00:00Z")]
    [InlineData("2026-13-01T00:00:00Z")]
    [InlineData("2026-06-01T24:00:00Z")]
    [InlineData("2026-06-01T23:59:60Z")]
    [InlineData("2026-06-01T00:00:00.Z")]
    [InlineData("2026-06-01T00:00:00,5Z")]
    [InlineData("2026-06-01T00:00:00+02")]
    [InlineData("2026-06-01T00:00:00+0200")]
    [InlineData("2026-06-01T00:00:00+02:60")]
    [InlineData("2026-06-01T00:00:00+14:01")]
    [InlineData("2026-06-01T00:00:00+-2:00")]
    [InlineData("2026-06-01T00:00:00 02:00")]
    [InlineData("2026-06-01T00:00:00UTC")]
    [InlineData("2026-06-01T00:00:00Z[Europe/Berlin]")]
    [InlineData("२०२६-06-01T00:00:00Z")]
    [InlineData("0001-01-01T00:00:00+01:00")]
    [InlineData("9999-12-31T23:59:59-01:00")]
    [InlineData("2026-06-01T00:00:00.0000000000000000000000000000000000000000000000000000000000000Z")]
    public void Anything_else_is_refused(string text) => Assert.False(Rfc3339.TryParse(text, out _));
}

using System.Globalization;
using CampaignEngine.Domain.Codes;

namespace CampaignEngine.Domain.Tests.Codes;

public sealed class CodeSpaceStartTests
{
    [Theory]
    [InlineData(0, "2026-01-01T00:00:00Z", 2_500_000_000)]
    [InlineData(0, "2026-01-01T00:00:02Z", 2_500_001_000)]
    [InlineData(1_000, "2026-01-01T00:00:02Z", 2_500_001_000)]
    [InlineData(1_001, "2026-01-01T00:00:02Z", 2_500_001_001)]
    [InlineData(7, "2025-01-01T00:00:00Z", 2_500_000_007)]
    public void A_step_beyond_what_is_known_and_what_the_clock_allows(long next, string restoredAt, long start) =>
        Assert.Equal(start, CodeSpaceStart.After(next, DateTimeOffset.Parse(restoredAt, CultureInfo.InvariantCulture)));

    [Fact]
    public void A_restore_in_2079_still_leaves_numbers() =>
        Assert.InRange(CodeSpaceStart.After(0, new DateTimeOffset(2079, 1, 1, 0, 0, 0, TimeSpan.Zero)), 0, CodePermutation.SpaceSize - 1);
}

using CampaignEngine.Grains.Interfaces.Keys;
using CampaignEngine.Grains.Keys;

namespace CampaignEngine.Grains.Tests.Keys;

public class UsedKeysTests
{
    private static readonly Guid One = Given.App, Other = Given.Campaign.Value;

    // Minutes after noon at which one key was kept, and both are used; − is never.
    [Theory]
    [InlineData("", "", "", false)]
    [InlineData("", "0", "", true)]
    [InlineData("0", "0", "", false)]
    [InlineData("0", "59", "", false)]
    [InlineData("0", "60", "", true)]
    [InlineData("0", "-60", "", false)]
    [InlineData("0", "59", "0", true)]
    public void What_a_crash_must_not_forget_is_due(string kept, string used, string usedOther, bool isDue)
    {
        var keys = new UsedKeys();
        keys.Load(Uses(One, kept));
        keys.Note([.. Uses(One, used), .. Uses(Other, usedOther)]);

        Assert.Equal(isDue, keys.IsDue);
    }

    [Fact]
    public void The_newest_use_stays_in_whatever_order_it_is_told()
    {
        var keys = new UsedKeys();
        keys.Note([.. Uses(One, "5"), .. Uses(One, "9"), .. Uses(One, "7")]);
        keys.Load(Uses(One, "8"));

        Assert.Equal(Uses(One, "9"), keys.All);
        Assert.Equal(Uses(One, "9"), keys.News);
        keys.Keep(keys.News);
        Assert.Empty(keys.News);
    }

    [Fact]
    public void Of_too_many_keys_those_used_last_stay()
    {
        var keys = new UsedKeys();
        keys.Load([.. Enumerable.Range(0, UsedKeys.MaxKeys + 2).Select(i => new KeyUse(new Guid(i, 0, 0, new byte[8]), Given.Noon.AddMinutes(i)))]);

        Assert.Equal(UsedKeys.MaxKeys, keys.All.Count);
        Assert.Equal(Given.Noon.AddMinutes(2), keys.All.Min(use => use.At));
    }

    private static IReadOnlyList<KeyUse> Uses(Guid key, string minutes) =>
        minutes.Length == 0 ? [] : [new KeyUse(key, Given.Noon.AddMinutes(int.Parse(minutes, System.Globalization.CultureInfo.InvariantCulture)))];
}

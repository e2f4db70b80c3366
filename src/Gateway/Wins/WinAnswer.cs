using CampaignEngine.Gateway.Answers;
using CampaignEngine.Grains.Interfaces.Wins;

namespace CampaignEngine.Gateway.Wins;

internal static class WinAnswer
{
    public static WinnerResponse From(WinRecord win) => new(
        win.PrizeTier, win.WinCode, win.UserId, WireTime.Format(win.WonAt), WireTime.FormatOrNull(win.RedeemedAt), WireTime.FormatOrNull(win.VoidedAt));
}

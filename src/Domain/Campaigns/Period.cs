namespace CampaignEngine.Domain.Campaigns;

/// <summary>What a limit counts over, in the campaign's time zone. The numbers are stored.</summary>
public enum Period : byte
{
    Day = 1,
    Week = 2,
    Month = 3,
    Campaign = 4,
}

/// <summary>
/// The local day, week and month of a moment in the campaign's time zone. An entry records those that it used;
/// replaying never computes them again.
/// </summary>
/// <param name="Day">Days since 0001-01-01.</param>
/// <param name="Week">Weeks (Monday to Sunday) since Monday 0001-01-01.</param>
/// <param name="Month">Months since 0001-01.</param>
public readonly record struct LocalPeriods(int Day, int Week, int Month);

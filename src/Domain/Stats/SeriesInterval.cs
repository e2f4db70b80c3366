namespace CampaignEngine.Domain.Stats;

/// <summary>How long one point of a series is.</summary>
public enum SeriesInterval
{
    /// <summary>An hour of UTC.</summary>
    Hour = 1,

    /// <summary>A day of the campaign's time zone.</summary>
    Day = 2,
}

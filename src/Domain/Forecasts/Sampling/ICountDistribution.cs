namespace CampaignEngine.Domain.Forecasts.Sampling;

/// <summary>A distribution of whole numbers with one peak.</summary>
internal interface ICountDistribution
{
    double Mean { get; }

    double Variance { get; }

    /// <summary>The number that is most likely.</summary>
    long Mode { get; }

    long Min { get; }

    long Max { get; }

    /// <summary>ln P(k), up to a constant that is the same for every k.</summary>
    double LogWeight(long k);
}

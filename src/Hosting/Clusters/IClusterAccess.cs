namespace CampaignEngine.Hosting.Clusters;

/// <summary>Whether this process can call grains: as a silo among silos, or as a client of them.</summary>
public interface IClusterAccess
{
    /// <summary>A sentence that says why not, or null when it can. Cheap enough for every request.</summary>
    string? WhyNot { get; }
}

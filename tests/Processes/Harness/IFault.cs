namespace CampaignEngine.Processes.Tests.Harness;

/// <summary>Something that goes wrong, and is made good again.</summary>
internal interface IFault
{
    string Name { get; }

    /// <summary>Returns when it is over; the engine may still be getting up.</summary>
    Task InjectAsync(Random random);
}

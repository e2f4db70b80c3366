namespace CampaignEngine.Simulation.Tests;

/// <summary>What is deliberately broken, so that the simulation is known to find it.</summary>
internal enum Twin
{
    None,

    /// <summary>The storage takes what was decided on an old version.</summary>
    NoFence,

    /// <summary>The storage acknowledges appends and does not keep them.</summary>
    Forgets,
}

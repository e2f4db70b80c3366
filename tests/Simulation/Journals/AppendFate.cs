namespace CampaignEngine.Simulation.Tests.Journals;

/// <summary>What becomes of an append, beside the delays.</summary>
internal enum AppendFate
{
    Kept,

    /// <summary>Kept, and the caller is told that nobody knows.</summary>
    KeptSilently,

    /// <summary>Not kept, and the caller is told that nobody knows.</summary>
    Lost,

    /// <summary>The caller is told that nobody knows; kept only later, if it still can be.</summary>
    Late,

    /// <summary>Not kept, and the caller is told so.</summary>
    Refused,
}

using CampaignEngine.Grains.Registry;
using CampaignEngine.Journal;

namespace CampaignEngine.Gateway.Errors;

/// <summary>Failures that pass: a silo that died, storage that is away, a race that was lost.</summary>
internal static class Transient
{
    public static bool Is(Exception exception) => exception is DirectoryUnavailableException or OrleansException or TimeoutException
        or JournalStoppedException or JournalUnavailableException or VersionConflictException or PrecedentRefusedException
        or OutcomeUnknownException;
}

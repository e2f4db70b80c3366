using CampaignEngine.Grains.Registry;
using CampaignEngine.Journal;

namespace CampaignEngine.Grains.Streams;

/// <summary>Failures that may be gone when it is tried again: storage that is away, a silo that died, a race that was lost.</summary>
public static class PassingFailures
{
    public static bool IsPassing(Exception exception) => MayHaveCommitted(exception) || CommittedNothing(exception);

    /// <summary>What was asked for may be kept all the same.</summary>
    public static bool MayHaveCommitted(Exception exception) => exception is OutcomeUnknownException or JournalStoppedException;

    /// <summary>
    /// Nothing was kept in the stream of whoever caught it. Orleans' own come from another grain that does not answer; what
    /// that one kept is for whoever asked it to take up again.
    /// </summary>
    public static bool CommittedNothing(Exception exception) => exception is DirectoryUnavailableException
        or JournalUnavailableException or VersionConflictException or PrecedentRefusedException or OrleansException or TimeoutException;
}

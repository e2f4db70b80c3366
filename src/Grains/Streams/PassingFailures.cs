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

    /// <summary>Answers a call with a reply of its own when it fails in passing, for refusals are no exceptions across a grain call.</summary>
    /// <param name="unknown">When what was asked for may be kept all the same.</param>
    /// <param name="unavailable">When nothing was kept.</param>
    /// <param name="isBegun">Whether the call has kept something before it failed; null when what fails last keeps nothing.</param>
    public static async ValueTask<T> AnswerAsync<T>(Func<ValueTask<T>> call, T unknown, T unavailable, Func<bool>? isBegun = null)
    {
        try
        {
            return await call();
        }
        catch (Exception exception) when (MayHaveCommitted(exception) || (CommittedNothing(exception) && isBegun?.Invoke() == true))
        {
            return unknown;
        }
        catch (Exception exception) when (CommittedNothing(exception))
        {
            return unavailable;
        }
    }
}

using CampaignEngine.Journal;

namespace CampaignEngine.Grains.Streams;

/// <summary>Decides anew when another activation wrote in between, so that what is kept was decided on the newest state.</summary>
internal static class Attempts
{
    private const int Max = 3;

    /// <param name="attempt">Loads what is not current, decides, appends.</param>
    /// <param name="onConflict">Before another attempt: this activation is not the only one of its grain.</param>
    /// <param name="onRefusedPrecedent">Before another attempt: an append of another stream, on which this one rests, was not kept.</param>
    /// <exception cref="VersionConflictException">Others were faster every time.</exception>
    /// <exception cref="PrecedentRefusedException">As above.</exception>
    public static async ValueTask<T> RunAsync<T>(Func<ValueTask<T>> attempt, Action onConflict, Action? onRefusedPrecedent = null)
    {
        for (var number = 1; ; number++)
        {
            try
            {
                return await attempt();
            }
            catch (VersionConflictException) when (number < Max)
            {
                onConflict();
            }
            catch (PrecedentRefusedException) when (number < Max)
            {
                onRefusedPrecedent?.Invoke();
            }
        }
    }

    /// <inheritdoc cref="RunAsync{T}"/>
    public static async Task RunAsync(Func<Task> attempt, Action onConflict) => await RunAsync(
        async () =>
        {
            await attempt();
            return true;
        },
        onConflict);
}

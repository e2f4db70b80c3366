namespace CampaignEngine.Grains.Leaderboards;

/// <summary>
/// Counts the silos that were declared dead, stopped ones included, since the first board lived here: what those had not
/// yet told a board is in the journal only.
/// </summary>
internal sealed class SiloDeaths : ISiloStatusListener
{
    private int _count;

    public SiloDeaths(ISiloStatusOracle silos) => silos.SubscribeToSiloStatusEvents(this);

    public int Count => Volatile.Read(ref _count);

    public void SiloStatusChangeNotification(SiloAddress updatedSilo, SiloStatus status)
    {
        if (status == SiloStatus.Dead)
            Interlocked.Increment(ref _count);
    }
}

namespace CampaignEngine.Journal.AzureTables;

/// <summary>How much a partition slows down: the wait doubles whenever the store is busy, up to a bound, and halves with every commit.</summary>
internal sealed class Backoff(CommitTimes times)
{
    public TimeSpan Wait { get; private set; }

    public void Busy() =>
        Wait = Wait == TimeSpan.Zero ? times.ShortestBackoff : TimeSpan.FromTicks(Math.Min(Wait.Ticks * 2, times.LongestBackoff.Ticks));

    public void Committed() => Wait = Wait > times.ShortestBackoff ? Wait / 2 : TimeSpan.Zero;
}

namespace CampaignEngine.Journal.RocksDb;

/// <summary>Which appends were refused, for those that rest on them. Refusals are rare; of very many the oldest are forgotten, safely.</summary>
internal sealed class RefusedTickets
{
    private const int MaxRemembered = 4096;

    private readonly HashSet<long> _tickets = [];

    /// <summary>Older tickets count as refused: an append that follows one of them is decided anew.</summary>
    private long _forgottenUpTo;

    public bool Contains(long ticket) => ticket <= _forgottenUpTo || _tickets.Contains(ticket);

    /// <param name="ticket">Higher than every one before.</param>
    public void Add(long ticket)
    {
        if (_tickets.Count == MaxRemembered)
        {
            _forgottenUpTo = ticket;
            _tickets.Clear();
        }

        _tickets.Add(ticket);
    }
}

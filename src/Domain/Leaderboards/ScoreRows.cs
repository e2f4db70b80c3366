namespace CampaignEngine.Domain.Leaderboards;

/// <summary>Rows by slot, from 0. They never move, so a reference to one stays good while others are added.</summary>
internal sealed class ScoreRows
{
    private const int ChunkBits = 9;
    private const int ChunkLength = 1 << ChunkBits;

    /// <summary>Chunks instead of one array: growing copies nothing, and leaves no room unused.</summary>
    private readonly List<ScoreRow[]> _chunks = [];

    public int Count { get; private set; }

    public ref ScoreRow this[int slot] => ref _chunks[slot >> ChunkBits][slot & (ChunkLength - 1)];

    /// <returns>The slot of a new row.</returns>
    public int Add()
    {
        if (Count == _chunks.Count << ChunkBits)
            _chunks.Add(new ScoreRow[ChunkLength]);
        return Count++;
    }
}

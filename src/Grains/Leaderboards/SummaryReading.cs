using System.Threading.Channels;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;

namespace CampaignEngine.Grains.Leaderboards;

/// <summary>Reads the summaries of all participants of a campaign, all buckets at once, and hands them over in pieces.</summary>
internal static class SummaryReading
{
    /// <summary>Few enough that whoever takes a piece is done with it in some milliseconds.</summary>
    private const int PieceLength = 512;

    /// <summary>For all buckets together; more would only wait in memory.</summary>
    private const int MaxPiecesWaiting = 32;

    /// <summary>Reads on other threads than the caller's; the pieces come on the caller's, and between them others have their turn.</summary>
    /// <exception cref="JournalUnavailableException">The journal could not be read; some pieces may have come.</exception>
    public static Task ReadAsync(
        IJournal journal, CampaignId campaign, Action<IReadOnlyList<StreamSummary>> take, CancellationToken cancellationToken)
    {
        return ReadAsync(journal, campaign, TakeAsync, cancellationToken);

        Task TakeAsync(IReadOnlyList<StreamSummary> piece)
        {
            take(piece);
            return Task.CompletedTask;
        }
    }

    /// <inheritdoc cref="ReadAsync(IJournal, CampaignId, Action{IReadOnlyList{StreamSummary}}, CancellationToken)"/>
    /// <param name="take">While it works on a piece, no other comes.</param>
    public static async Task ReadAsync(
        IJournal journal, CampaignId campaign, Func<IReadOnlyList<StreamSummary>, Task> take, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var pieces = Channel.CreateBounded<List<StreamSummary>>(MaxPiecesWaiting);
        var reading = Task.Run(() => ReadAllAsync(journal, campaign, pieces.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var piece in pieces.Reader.ReadAllAsync(cancellationToken))
            {
                await take(piece);
                await Task.Yield();
            }
        }
        finally
        {
            await stop.CancelAsync();
            await reading;
        }
    }

    private static async Task ReadAllAsync(
        IJournal journal, CampaignId campaign, ChannelWriter<List<StreamSummary>> pieces, CancellationToken cancellationToken)
    {
        try
        {
            await Task.WhenAll(Enumerable.Range(0, Bucket.Count).Select(
                number => ReadAsync(journal, new Bucket(StreamNames.ScopeOf(campaign), (byte)number), pieces, cancellationToken)));
            pieces.Complete();
        }
        catch (Exception exception)
        {
            pieces.Complete(exception);
        }
    }

    private static async Task ReadAsync(
        IJournal journal, Bucket bucket, ChannelWriter<List<StreamSummary>> pieces, CancellationToken cancellationToken)
    {
        // A journal in this process answers without ever waiting: the buckets are to be read side by side all the same.
        await Task.Yield();
        List<StreamSummary> piece = [];
        await foreach (var summary in journal.ReadSummariesAsync(bucket, cancellationToken))
        {
            if (summary.Stream.Kind != StreamKind.Participant)
                continue;
            piece.Add(summary);
            if (piece.Count < PieceLength)
                continue;
            await pieces.WriteAsync(piece, cancellationToken);
            piece = [];
        }

        if (piece.Count > 0)
            await pieces.WriteAsync(piece, cancellationToken);
    }
}

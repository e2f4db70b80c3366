using CampaignEngine.Domain.Codes;
using CampaignEngine.Grains.Codes.Stored;
using CampaignEngine.Grains.Interfaces.Codes;
using Microsoft.Extensions.Logging;

namespace CampaignEngine.Grains.Codes;

/// <summary>Claims are ended once their participants have the entry: they say so, or are asked for it.</summary>
internal sealed partial class CodeBatchGrain
{
    private const int MaxAskedAtOnce = 16;

    private bool _isResuming;
    private bool _leavesAfterResuming;

    public async Task Complete(int[] indexes)
    {
        var opened = await OpenedAsync();
        var open = await opened.Ledger.DecideAsync((batch, _) => indexes.Select(batch.FindOpen).OfType<OpenCodeClaim>().ToArray());
        if (open.Length == 0)
            return;
        // By now the participants' own entries name them.
        foreach (var claims in open.Chunk(MaxAskedAtOnce))
            await Task.WhenAll(claims.Select(claim => _journal.RedactAsync(Stream, claim.Version)));
        await opened.Ledger.DecideAsync((batch, round) =>
        {
            // A repeated call may have ended some meanwhile.
            var left = open.Where(claim => batch.FindOpen(claim.Index) is not null).Select(claim => claim.Index).ToArray();
            if (left.Length > 0)
                round.Add(new CodesCompleted([.. left]));
            return true;
        });
    }

    public async Task Resume()
    {
        // What a deleted campaign has left is removed, and a participant that is asked would be there again.
        if (_isResuming || await _directory.FindCampaignAsync(_campaign) is not { } campaign)
            return;
        _isResuming = true;
        try
        {
            var opened = await OpenedAsync();
            var open = await opened.Ledger.DecideAsync((batch, _) => batch.Open.ToArray());
            foreach (var claims in open.Chunk(MaxAskedAtOnce))
            {
                var done = await Task.WhenAll(claims.Select(claim => IsCompletedAsync(opened.Made, campaign.Campaign.Slug, claim)));
                await Complete([.. claims.Zip(done).Where(pair => pair.Second).Select(pair => pair.First.Index)]);
            }
        }
        finally
        {
            _isResuming = false;
            if (_leavesAfterResuming)
                DeactivateOnIdle();
        }
    }

    private async Task<bool> IsCompletedAsync(StoredBatchGenerated made, string slug, OpenCodeClaim claim)
    {
        try
        {
            return await _participants.Get(_campaign, claim.Participant).CompleteRedemption(new CompleteRedemptionRequest(
                _id, claim.Index, _codes.Write(_campaign, slug, made.Start + claim.Index), made.Points,
                await FindUserIdAsync(claim.Version), claim.Key, claim.At, claim.ErasedAt));
        }
        catch (Exception exception)
        {
            // The claim stays open and is asked about again.
            LogNotCompleted(exception, _id, claim.Index);
            return false;
        }
    }

    private async Task<string?> FindUserIdAsync(long version)
    {
        await foreach (var entry in _journal.ReadEntriesAsync(Stream, version))
            return entry.Personal.IsEmpty ? null : _codec.Decode<StoredClaimant>(entry.Personal).UserId;
        return null;
    }

    /// <summary>
    /// Goes away because another activation has taken over. Not while participants are asked: a grain that goes away waits
    /// for its calls and takes no new ones, and a participant that is asked may be about to claim.
    /// </summary>
    private void Leave()
    {
        if (_isResuming)
            _leavesAfterResuming = true;
        else
            DeactivateOnIdle();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The claim of code {Index} of batch {Batch} stays open: its participant did not answer.")]
    private partial void LogNotCompleted(Exception exception, Guid batch, int index);
}

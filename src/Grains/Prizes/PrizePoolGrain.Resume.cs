using CampaignEngine.Domain.Prizes;
using CampaignEngine.Grains.Interfaces.Participants;
using Microsoft.Extensions.Logging;

namespace CampaignEngine.Grains.Prizes;

internal sealed partial class PrizePoolGrain
{
    private const int MaxAskedAtOnce = 64;

    private bool _isResuming;

    /// <summary>Calls under way that ask participants.</summary>
    private int _asking;
    private bool _leavesAfterAsking;

    public async Task Resume()
    {
        // What a deleted campaign has left is removed, and a participant that is asked would be there again.
        if (_isResuming || await _directory.FindCampaignAsync(_campaign) is null)
            return;
        _isResuming = true;
        try
        {
            await AskAsync(ResumeAsync);
        }
        finally
        {
            _isResuming = false;
        }
    }

    private async Task<bool> ResumeAsync()
    {
        // One that is behind may not have seen the claims that are open. And only durable ones are asked about: a
        // participant must not release an award whose number may be used again.
        var (ledger, (open, takenBack)) = await NewestAsync(pool => (pool.OpenClaims.ToArray(), pool.TakenBack.ToArray()));
        foreach (var claims in open.Chunk(MaxAskedAtOnce))
            await Task.WhenAll(claims.Select(claim => SettleAsync(ledger, claim)));
        foreach (var taken in takenBack.Chunk(MaxAskedAtOnce))
            await Task.WhenAll(taken.Select(one => ResumeVoidAsync(ledger, one)));
        await ledger.CommittedAsync();
        return true;
    }

    private async Task<T> AskAsync<T>(Func<Task<T>> ask)
    {
        _asking++;
        try
        {
            return await ask();
        }
        finally
        {
            if (--_asking == 0 && _leavesAfterAsking)
                DeactivateOnIdle();
        }
    }

    /// <summary>
    /// Goes away because another activation has taken over. Not while participants are asked: a grain that goes away
    /// waits for its calls and takes no new ones, and a participant that is asked may be about to claim.
    /// </summary>
    private void Leave()
    {
        if (_asking > 0)
            _leavesAfterAsking = true;
        else
            DeactivateOnIdle();
    }

    private async Task SettleAsync(PrizePoolLedger ledger, OpenClaim claim)
    {
        AwardFate fate;
        try
        {
            fate = await _participants.Get(_campaign, claim.Id.Participant).Settle(claim.Award, claim.Id.Play);
        }
        catch (Exception exception)
        {
            // The claim stays open and is asked about again; nothing is decided without the participant's word.
            LogUnsettled(exception, claim.Award);
            return;
        }

        if (ledger.Failure is not null || ledger.Pool.FindOpen(claim.Award) is null)
            return; // Closed or voided while the participant was asked.
        switch (fate)
        {
            case AwardFate.Kept:
                ledger.Confirm(claim.Award);
                break;
            case AwardFate.Released:
                var voided = new ClaimVoided(claim.Award);
                ledger.Pool.Apply(voided);
                ledger.Add([voided]);
                break;
            default:
                throw new InvalidOperationException($"Unknown fate {fate}.");
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Award {Award} stays open: its participant did not answer.")]
    private partial void LogUnsettled(Exception exception, long award);
}

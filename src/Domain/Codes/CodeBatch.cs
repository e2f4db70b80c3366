using CampaignEngine.Domain.Participants;

namespace CampaignEngine.Domain.Codes;

/// <summary>
/// A batch of codes that give points: two bits a code, and the claims that are open. A code is claimed once, and a claim
/// is completed, never given back: so a code with an open claim is redeemed.
/// </summary>
public sealed class CodeBatch
{
    private readonly CodeBatchTerms _terms;
    private readonly CodeBitmap _redeemed;
    private readonly CodeBitmap _revoked;
    private readonly Dictionary<int, OpenCodeClaim> _open = [];

    public CodeBatch(CodeBatchTerms terms) =>
        (_terms, _redeemed, _revoked) = (terms, new CodeBitmap(terms.Size), new CodeBitmap(terms.Size));

    public CodeBatch(CodeBatchTerms terms, CodeBatchState state)
    {
        (_terms, _redeemed, _revoked) = (terms, new CodeBitmap(state.Redeemed), new CodeBitmap(state.Revoked));
        IsRevoked = state.IsRevoked;
        foreach (var claim in state.Open)
            _open.Add(claim.Index, claim);
    }

    public bool IsRevoked { get; private set; }

    public IReadOnlyCollection<OpenCodeClaim> Open => _open.Values;

    /// <param name="index">From 0, below the batch's size.</param>
    public CodeState StateOf(int index, DateTimeOffset now)
    {
        if (_redeemed[index])
            return CodeState.Redeemed;
        if (IsRevoked || _revoked[index])
            return CodeState.Revoked;
        return now >= _terms.ExpiresAt ? CodeState.Expired : CodeState.Active;
    }

    /// <summary>What the code is to one participant: their own open claim is to be completed, so to them it is active.</summary>
    public CodeState StateFor(ParticipantRef participant, int index, DateTimeOffset now) =>
        FindOpen(index)?.Participant == participant ? CodeState.Active : StateOf(index, now);

    public OpenCodeClaim? FindOpen(int index) => _open.GetValueOrDefault(index);

    public CodeCounts Count(DateTimeOffset now)
    {
        var revoked = IsRevoked ? _terms.Size - _redeemed.Count : _revoked.Count;
        var left = _terms.Size - _redeemed.Count - revoked;
        return now >= _terms.ExpiresAt ? new(0, _redeemed.Count, left, revoked) : new(left, _redeemed.Count, 0, revoked);
    }

    /// <param name="version">Of the entry.</param>
    public void Apply(CodeBatchEntry entry, long version)
    {
        switch (entry)
        {
            case CodeClaimed claimed:
                _redeemed.Set(claimed.Index);
                _open.Add(claimed.Index, new OpenCodeClaim(
                    claimed.Index, claimed.Participant, claimed.Key, claimed.At, version, claimed.ErasedAt));
                break;
            case CodesCompleted completed:
                foreach (var index in completed.Indexes)
                    _open.Remove(index);
                break;
            case CodeRevoked revoked:
                _revoked.Set(revoked.Index);
                break;
            case BatchRevoked:
                IsRevoked = true;
                break;
            default:
                throw new InvalidOperationException($"A batch of codes cannot fold {entry.GetType().Name}.");
        }
    }

    public CodeBatchState ToState() => new(_redeemed.ToBytes(), _revoked.ToBytes(), IsRevoked, [.. _open.Values]);
}

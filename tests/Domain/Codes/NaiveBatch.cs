using CampaignEngine.Domain.Codes;

namespace CampaignEngine.Domain.Tests.Codes;

/// <summary>One line for each code. With a mistake it is one that must be told from a real batch.</summary>
internal sealed class NaiveBatch(int size, DateTimeOffset? expiresAt, NaiveBatch.Mistake mistake = NaiveBatch.Mistake.None)
{
    public enum Mistake
    {
        None,
        ExpiresAMomentLate,
        ExpiryGoesBeforeRevocation,
        RevokesWhatIsRedeemed,
        GivesACodeToASecond,
        ForgetsAnOpenClaim,
        CompletesForEverybody,
        RevokesTheNeighbour,
    }

    private sealed class Code
    {
        public int? Redeemer { get; set; }
        public bool IsOpen { get; set; }
        public bool IsRevoked { get; set; }
    }

    private readonly Code[] _codes = [.. Enumerable.Range(0, size).Select(_ => new Code())];

    public IEnumerable<(int Index, int Participant)> Open =>
        _codes.Index().Where(code => code.Item.IsOpen).Select(code => (code.Index, code.Item.Redeemer!.Value));

    public CodeState StateOf(int index, DateTimeOffset now)
    {
        var (code, isLate) = (_codes[index], mistake == Mistake.ExpiresAMomentLate ? now > expiresAt : now >= expiresAt);
        return code.Redeemer is not null && !(code.IsRevoked && mistake == Mistake.RevokesWhatIsRedeemed) ? CodeState.Redeemed
            : code.IsRevoked && !(isLate && mistake == Mistake.ExpiryGoesBeforeRevocation) ? CodeState.Revoked
            : isLate ? CodeState.Expired : CodeState.Active;
    }

    public CodeState StateFor(int participant, int index, DateTimeOffset now) =>
        _codes[index] is { IsOpen: true } open && open.Redeemer == participant ? CodeState.Active : StateOf(index, now);

    public CodeCounts Count(DateTimeOffset now)
    {
        var states = Enumerable.Range(0, size).Select(index => StateOf(index, now)).ToList();
        return new CodeCounts(Of(CodeState.Active), Of(CodeState.Redeemed), Of(CodeState.Expired), Of(CodeState.Revoked));

        long Of(CodeState state) => states.Count(one => one == state);
    }

    /// <returns>Whether the code is this participant's now and was nobody's before.</returns>
    public bool Claim(int participant, int index, DateTimeOffset now)
    {
        var code = _codes[index];
        if (code.Redeemer is not null && mistake != Mistake.GivesACodeToASecond || StateFor(participant, index, now) is CodeState.Revoked or CodeState.Expired)
            return false;
        (code.Redeemer, code.IsOpen) = (participant, mistake != Mistake.ForgetsAnOpenClaim);
        return true;
    }

    public void Complete(int index)
    {
        foreach (var code in mistake == Mistake.CompletesForEverybody ? _codes : [_codes[index]])
            code.IsOpen = false;
    }

    public void Revoke(int index) => _codes[mistake == Mistake.RevokesTheNeighbour ? (index + 1) % size : index].IsRevoked = true;

    public void RevokeAll()
    {
        foreach (var code in _codes)
            code.IsRevoked = true;
    }
}

using CampaignEngine.Domain.Codes;
using CampaignEngine.Domain.Participants;

namespace CampaignEngine.Domain.Tests.Codes;

public class CodeBatchTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly ParticipantRef Ann = new(1);
    private static readonly ParticipantRef Bob = new(2);

    [Theory]
    [InlineData("", CodeState.Active)]
    [InlineData("redeemed", CodeState.Redeemed)]
    [InlineData("completed", CodeState.Redeemed)]
    [InlineData("revoked", CodeState.Revoked)]
    [InlineData("batch", CodeState.Revoked)]
    [InlineData("expired", CodeState.Expired)]
    [InlineData("redeemed batch", CodeState.Redeemed)]
    [InlineData("redeemed expired", CodeState.Redeemed)]
    [InlineData("revoked expired", CodeState.Revoked)]
    [InlineData("batch expired", CodeState.Revoked)]
    public void A_code_is_what_happened_to_it_first_of_redeemed_revoked_and_expired(string happened, CodeState state)
    {
        var batch = BatchAfter(happened);

        Assert.Equal(state, batch.StateOf(1, Now));
        Assert.Equal(10, Sum(batch.Count(Now)));
    }

    [Theory]
    [InlineData(-1, CodeState.Active)]
    [InlineData(0, CodeState.Expired)]
    [InlineData(1, CodeState.Expired)]
    public void A_code_expires_at_the_very_moment(int ticks, CodeState state) =>
        Assert.Equal(state, new CodeBatch(new CodeBatchTerms(10, 50, Now)).StateOf(1, Now.AddTicks(ticks)));

    [Theory]
    [InlineData("", 10, 0, 0, 0)]
    [InlineData("redeemed", 9, 1, 0, 0)]
    [InlineData("redeemed expired", 0, 1, 9, 0)]
    [InlineData("revoked expired", 0, 0, 9, 1)]
    [InlineData("redeemed batch", 0, 1, 0, 9)]
    [InlineData("revoked batch expired", 0, 0, 0, 10)]
    public void The_four_states_add_up_to_all_codes(string happened, long active, long redeemed, long expired, long revoked) =>
        Assert.Equal(new CodeCounts(active, redeemed, expired, revoked), BatchAfter(happened).Count(Now));

    [Fact]
    public void An_open_claim_is_active_to_its_own_participant_alone_whatever_comes_after()
    {
        var batch = BatchAfter("redeemed batch expired");

        Assert.Equal(CodeState.Active, batch.StateFor(Ann, 1, Now));
        Assert.Equal(CodeState.Redeemed, batch.StateFor(Bob, 1, Now));
        batch.Apply(new CodesCompleted([1]), 3);
        Assert.Equal(CodeState.Redeemed, batch.StateFor(Ann, 1, Now));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10_000)]
    public void A_snapshot_is_the_batch(int size)
    {
        var terms = new CodeBatchTerms(size, 50, null);
        var batch = new CodeBatch(terms);
        batch.Apply(new CodeClaimed(size - 1, Ann, 7, Now, 9), 5);
        if (size > 1)
            batch.Apply(new CodeRevoked(0), 6);

        var again = new CodeBatch(terms, batch.ToState());

        Assert.Equal(batch.Count(Now), again.Count(Now));
        Assert.Equal(new OpenCodeClaim(size - 1, Ann, 7, Now, 5, 9), again.FindOpen(size - 1));
        Assert.Equal(Enumerable.Range(0, size).Select(index => batch.StateOf(index, Now)), Enumerable.Range(0, size).Select(index => again.StateOf(index, Now)));
    }

    private static CodeBatch BatchAfter(string happened)
    {
        var batch = new CodeBatch(new CodeBatchTerms(10, 50, happened.EndsWith("expired", StringComparison.Ordinal) ? Now : null));
        foreach (var what in happened.Split(' '))
        {
            if (what is "redeemed" or "completed")
                batch.Apply(new CodeClaimed(1, Ann, 0, Now), 1);
            if (what == "completed")
                batch.Apply(new CodesCompleted([1]), 2);
            if (what == "revoked")
                batch.Apply(new CodeRevoked(1), 1);
            if (what == "batch")
                batch.Apply(new BatchRevoked(), 2);
        }

        return batch;
    }

    private static long Sum(CodeCounts counts) => counts.Active + counts.Redeemed + counts.Expired + counts.Revoked;
}

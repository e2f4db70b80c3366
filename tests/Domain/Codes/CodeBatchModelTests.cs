using CampaignEngine.Domain.Codes;
using CampaignEngine.Domain.Participants;
using CsCheck;

namespace CampaignEngine.Domain.Tests.Codes;

/// <summary>Histories of a batch of codes against <see cref="NaiveBatch"/>; every claim is one redemption (I11).</summary>
public class CodeBatchModelTests
{
    private static readonly DateTimeOffset Start = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    private enum What
    {
        Claim,
        ClaimAgain,
        Complete,
        Revoke,
        RevokeAll,
        Wait,
        Restart,
    }

    private sealed record Step(What What, int Participant, int Index);

    /// <param name="Expiry">Hours after the start; 20 is never.</param>
    private sealed record Case(int Size, int Expiry, Step[] Steps);

    private static readonly Gen<Step> AnyStep = Gen.Select(
        Gen.Frequency(
            (6, Gen.Const(What.Claim)), (2, Gen.Const(What.ClaimAgain)), (4, Gen.Const(What.Complete)), (3, Gen.Const(What.Revoke)),
            (1, Gen.Const(What.RevokeAll)), (2, Gen.Const(What.Wait)), (2, Gen.Const(What.Restart))),
        Gen.Int[0, 2], Gen.Int[0, 19], (what, participant, index) => new Step(what, participant, index));

    private static readonly Gen<Case> Cases = Gen.Select(Gen.Int[1, 20], Gen.Int[0, 20], AnyStep.Array[0, 60], (size, expiry, steps) => new Case(size, expiry, steps));

    [Fact]
    public void A_batch_is_what_a_list_of_its_codes_is() => Model.Holds(Cases, one => Run(one, NaiveBatch.Mistake.None), times: 3_000);

    public static TheoryData<string> Mistakes => [.. Enum.GetNames<NaiveBatch.Mistake>().Except(["None"])];

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_wrong_batch_is_noticed(string mistake) => Model.Catches(Cases, one => Run(one, Enum.Parse<NaiveBatch.Mistake>(mistake)));

    private static void Run(Case one, NaiveBatch.Mistake mistake)
    {
        DateTimeOffset? expiresAt = one.Expiry == 20 ? null : Start.AddHours(one.Expiry);
        var terms = new CodeBatchTerms(one.Size, 50, expiresAt);
        var (batch, model, now) = (new CodeBatch(terms), new NaiveBatch(one.Size, expiresAt, mistake), Start);
        foreach (var (version, (what, participant, number)) in one.Steps.Index())
        {
            var index = number % one.Size;
            switch (what)
            {
                case What.Claim or What.ClaimAgain:
                    Claim(batch, model, participant, index, now, version);
                    if (what == What.ClaimAgain)
                        Claim(batch, model, participant, index, now, version);
                    break;
                case What.Complete when batch.FindOpen(index) is not null:
                    batch.Apply(new CodesCompleted([index]), version);
                    model.Complete(index);
                    break;
                case What.Revoke when batch.StateOf(index, now) is CodeState.Active or CodeState.Expired:
                    batch.Apply(new CodeRevoked(index), version);
                    model.Revoke(index);
                    break;
                case What.RevokeAll when number == 0:
                    batch.Apply(new BatchRevoked(), version);
                    model.RevokeAll();
                    break;
                case What.Wait:
                    now = now.AddHours(1);
                    break;
                case What.Restart:
                    batch = new CodeBatch(terms, batch.ToState());
                    break;
            }

            AssertSame(one.Size, batch, model, now);
        }
    }

    private static void Claim(CodeBatch batch, NaiveBatch model, int participant, int index, DateTimeOffset now, long version)
    {
        var isNew = batch.FindOpen(index) is null && batch.StateFor(Ref(participant), index, now) == CodeState.Active;
        Assert.Equal(model.Claim(participant, index, now), isNew);
        if (isNew)
            batch.Apply(new CodeClaimed(index, Ref(participant), Key: 1, now), version);
    }

    private static void AssertSame(int size, CodeBatch batch, NaiveBatch model, DateTimeOffset now)
    {
        var all = Enumerable.Range(0, size);
        Assert.Equal(model.Count(now), batch.Count(now));
        Assert.Equal(all.Select(index => model.StateOf(index, now)), all.Select(index => batch.StateOf(index, now)));
        Assert.Equal(all.Select(index => model.StateFor(1, index, now)), all.Select(index => batch.StateFor(Ref(1), index, now)));
        Assert.Equal(model.Open, batch.Open.Select(claim => (claim.Index, (int)claim.Participant.Value)).Order());
    }

    private static ParticipantRef Ref(int participant) => new((UInt128)participant);
}

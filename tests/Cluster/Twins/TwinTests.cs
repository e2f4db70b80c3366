namespace CampaignEngine.Cluster.Tests.Twins;

/// <summary>
/// The checker is worth something only if it catches what it is there for: each well-known bug is brought back, and an
/// invariant must break. The same steps without the bug are the control.
/// </summary>
public sealed class TwinTests
{
    [Theory]
    [InlineData(nameof(AnswersBeforeCommit), "I4")]
    [InlineData(nameof(NoVersionFence), "I6")]
    [InlineData(nameof(NoUniqueKeys), "I6")]
    [InlineData(nameof(ClaimsNotIdempotent), "I1")]
    [InlineData(nameof(CapsNotJournalled), "I7")]
    [InlineData(nameof(ServesWhatFailed), "I4")]
    [InlineData(nameof(ConfirmsBeforeCommit), "I1")]
    [InlineData(nameof(ClosesByPlay), "I1")]
    [InlineData(nameof(EvaluatesReplays), "I8")]
    [InlineData(nameof(ForgetsEventIds), "I6")]
    public async Task A_broken_twin_is_caught(string twin, string invariant)
    {
        var violations = Invariants.Violations(await Stage.PlayAsync(Make(twin), isBroken: true));

        Assert.Contains(violations, violation => violation.StartsWith($"{invariant}:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(nameof(AnswersBeforeCommit))]
    [InlineData(nameof(NoVersionFence))]
    [InlineData(nameof(NoUniqueKeys))]
    [InlineData(nameof(ClaimsNotIdempotent))]
    [InlineData(nameof(CapsNotJournalled))]
    [InlineData(nameof(ServesWhatFailed))]
    [InlineData(nameof(ConfirmsBeforeCommit))]
    [InlineData(nameof(ClosesByPlay))]
    [InlineData(nameof(EvaluatesReplays))]
    [InlineData(nameof(ForgetsEventIds))]
    public async Task The_same_steps_without_the_bug_break_nothing(string twin) =>
        Invariants.AssertHold(await Stage.PlayAsync(Make(twin), isBroken: false), twin);

    internal static Twin Make(string twin) => twin switch
    {
        nameof(AnswersBeforeCommit) => new AnswersBeforeCommit(),
        nameof(NoVersionFence) => new NoVersionFence(),
        nameof(NoUniqueKeys) => new NoUniqueKeys(),
        nameof(ClaimsNotIdempotent) => new ClaimsNotIdempotent(),
        nameof(CapsNotJournalled) => new CapsNotJournalled(),
        nameof(ServesWhatFailed) => new ServesWhatFailed(),
        nameof(ConfirmsBeforeCommit) => new ConfirmsBeforeCommit(),
        nameof(ClosesByPlay) => new ClosesByPlay(),
        nameof(EvaluatesReplays) => new EvaluatesReplays(),
        nameof(ForgetsEventIds) => new ForgetsEventIds(),
        _ => throw new ArgumentOutOfRangeException(nameof(twin)),
    };
}

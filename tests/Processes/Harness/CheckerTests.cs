using System.Text;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Participants;
using CampaignEngine.Grains.Interfaces.Codes;
using CampaignEngine.Grains.Participants.Stored;

namespace CampaignEngine.Processes.Tests.Harness;

/// <summary>A checker that finds nothing in a broken history is broken itself: the rows for codes and the board.</summary>
public sealed class CheckerTests
{
    private static readonly ParticipantRecord s_ann = Participant(1, "A-1");
    private static readonly ParticipantRecord s_bob = Participant(2);

    private static CampaignRecord Honest { get; } = new(
        CampaignDefinitionReader.Read(Encoding.UTF8.GetBytes(FaultCampaign.Definition)).Definition!.InstantWin!,
        [], [s_ann, s_bob],
        new Dictionary<string, string> { [s_ann.Ref.ToString()] = "ann", [s_bob.Ref.ToString()] = "bob" },
        new Dictionary<string, ServedTotals?> { ["ann"] = new(3, 0), ["bob"] = new(0, 0) }, [])
    {
        Redemptions = [Seen("ann", "A-1", 1, RedeemCodeStatus.Done), Seen("bob", "A-1", 2, RedeemCodeStatus.Redeemed)],
        Board = [("ann", new ServedTotals(3, 0))],
    };

    [Fact]
    public void An_honest_history_has_no_violations() => Assert.Empty(Violations(Honest));

    [Theory]
    [InlineData("I3", "somebody is missing on the board")]
    [InlineData("I3", "the board is behind")]
    [InlineData("I3", "somebody is on the board twice")]
    [InlineData("I3", "the board is out of order")]
    [InlineData("I4", "a redemption was lost")]
    [InlineData("I5", "a refused redemption is kept")]
    [InlineData("I8", "a redemption was refused later")]
    [InlineData("I8", "a redemption was answered in two ways")]
    [InlineData("I9", "nobody asked again")]
    [InlineData("I11", "a code gave points to two")]
    [InlineData("I11", "two were told that a code is theirs")]
    [InlineData("I12", "a chain is broken")]
    public void A_broken_history_is_found_out(string invariant, string how) =>
        Assert.Contains(Violations(Break(how)), violation => violation.StartsWith($"{invariant}:", StringComparison.Ordinal));

    private static CampaignRecord Break(string how) => how switch
    {
        "somebody is missing on the board" => Honest with { Board = [] },
        "the board is behind" => Honest with { Board = [("ann", new ServedTotals(2, 0))] },
        "somebody is on the board twice" => Honest with { Board = [.. Honest.Board!, .. Honest.Board!] },
        "the board is out of order" => Honest with { Board = [("bob", new ServedTotals(0, 0)), .. Honest.Board!] },
        "a redemption was lost" => Honest with { Participants = [Participant(1), s_bob] },
        "a refused redemption is kept" => Honest with { Redemptions = [Seen("ann", "A-1", 1, RedeemCodeStatus.Redeemed)] },
        "a redemption was refused later" => With(Seen("ann", "A-1", 3, RedeemCodeStatus.Redeemed)),
        "a redemption was answered in two ways" => With(Seen("ann", "A-1", 3, RedeemCodeStatus.Done) with { Data = "{}"u8.ToArray() }),
        "nobody asked again" => With(Seen("bob", "A-2", 3, null)),
        "a code gave points to two" => Honest with { Participants = [s_ann, Participant(2, "A-1")] },
        "two were told that a code is theirs" => With(Seen("bob", "A-1", 3, RedeemCodeStatus.Done)),
        "a chain is broken" => Honest with { BrokenChains = ["I12: entry 2 does not fit"] },
        _ => throw new ArgumentOutOfRangeException(nameof(how)),
    };

    private static CampaignRecord With(SeenRedemption more) => Honest with { Redemptions = [.. Honest.Redemptions, more] };

    /// <summary>Summaries are other tests' business.</summary>
    private static IEnumerable<string> Violations(CampaignRecord record) =>
        Invariants.Violations(record).Where(violation => !violation.StartsWith("I3: the summary", StringComparison.Ordinal));

    private static SeenRedemption Seen(string user, string code, long at, RedeemCodeStatus? status) =>
        new(user, code, 2 * at, 2 * at + 1, status, status == RedeemCodeStatus.Done ? Answer(code) : null);

    private static ParticipantRecord Participant(uint number, params string[] codes) => new(
        new ParticipantRef(number),
        [.. codes.Select((code, at) => new ParticipantEntryRecord(
            new StoredCodeRedeemed((UInt128)at, 0, 0, Guid.Empty, at, 3, 1, null, Answer(code)), DateTimeOffset.UnixEpoch, null))],
        null);

    private static byte[] Answer(string code) => Encoding.UTF8.GetBytes($$"""{"pointsEarned":3,"totalPoints":3,"code":"{{code}}"}""");
}

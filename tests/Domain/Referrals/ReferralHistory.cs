using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Participants;
using CampaignEngine.Domain.Referrals;
using CampaignEngine.Domain.Tests.Participants;
using CsCheck;

namespace CampaignEngine.Domain.Tests.Referrals;

/// <summary>
/// Referrals among a few participants: begun, credited and completed in any order, with corrections, erasures and new
/// definitions between. Against <see cref="NaiveParticipant"/>s and a list of what was begun.
/// </summary>
internal sealed class ReferralHistory(ReferralHistory.Case one, ReferralHistory.Mistake mistake = ReferralHistory.Mistake.None)
{
    public enum Mistake
    {
        None,
        RefersTwice,
        CreditsBeyondTheLimit,
        SwapsTheRewards,
        ErasureAllowsAnother,
        CreditsTheReferee,
        CountsNoMore,
    }

    public enum What
    {
        Begin,
        GoOn,
        Correct,
        Erase,
        Redefine,
    }

    /// <param name="One">Index of a participant, or of an open referral, counted around.</param>
    /// <param name="Other">Index of the referrer.</param>
    public sealed record Step(What What, int One, int Other, int Points);

    /// <param name="Seed">Of the definitions.</param>
    /// <param name="IsNearlyFull">Whether the first participant's total has little room.</param>
    public sealed record Case(int Seed, bool IsNearlyFull, Step[] Steps);

    private sealed class Open(int referee, int referrer)
    {
        public int Referee => referee;
        public int Referrer => referrer;
        public long? Credited { get; set; }
    }

    private const int Participants = 5;

    private static readonly Gen<Step> AnyStep = Gen.Select(
        Gen.Frequency(
            (5, Gen.Const(What.Begin)), (8, Gen.Const(What.GoOn)), (1, Gen.Const(What.Correct)), (1, Gen.Const(What.Erase)),
            (1, Gen.Const(What.Redefine))),
        Gen.Int[0, Participants - 1], Gen.Int[0, Participants - 1], Gen.Int[-200, 200],
        (what, one, other, points) => new Step(what, one, other, points));

    public static readonly Gen<Case> Cases = Gen.Select(
        Gen.Int[0, int.MaxValue], Gen.Int[0, 3], AnyStep.Array[0, 60], (seed, full, steps) => new Case(seed, full == 3, steps));

    private readonly Participant[] _real = [.. Enumerable.Repeat(Participant.New, Participants)];
    private readonly NaiveParticipant[] _naive = [.. Enumerable.Range(0, Participants).Select(_ => new NaiveParticipant(TimeZoneInfo.Utc))];
    private readonly HashSet<int> _referred = [];
    private readonly List<long>[] _credits = [.. Enumerable.Range(0, Participants).Select(_ => new List<long>())];
    private readonly List<Open> _open = [];

    /// <summary>What happened.</summary>
    public HashSet<string> Seen { get; } = [];

    public void Run()
    {
        var random = new Random(one.Seed);
        var definition = Next(random);
        if (one.IsNearlyFull)
            Correct(0, Participant.MaxTotalPoints - 5_000, definition);
        foreach (var step in one.Steps)
        {
            switch (step.What)
            {
                case What.Begin when step.One != step.Other:
                    Begin(step.One, step.Other, definition);
                    break;
                case What.GoOn when _open.Count > 0:
                    GoOn(_open[step.One % _open.Count], definition);
                    break;
                case What.Correct:
                    Correct(step.One, step.Points, definition);
                    break;
                case What.Erase:
                    Erase(step.One);
                    break;
                case What.Redefine:
                    definition = Next(random);
                    break;
            }

            Check();
        }
    }

    private CampaignDefinition Next(Random random) => new RandomDefinitions(random, hugePoints: one.IsNearlyFull, "UTC").Next(previous: null) with
    {
        Referrals = random.Next(8) == 0 ? null : new ReferralDefinition(
            random.Next(4) * 50, random.Next(4) * 25 * (one.IsNearlyFull ? 100 : 1), random.Next(2) == 0 ? random.Next(1, 4) : null),
    };

    private void Begin(int referee, int referrer, CampaignDefinition definition)
    {
        ReferralRefusal? expected = definition.Referrals is not { } referrals ? ReferralRefusal.NotEnabled
            : _referred.Contains(referee) && mistake != Mistake.RefersTwice ? ReferralRefusal.AlreadyReferred
            : _naive[referee].HasRoomFor(definition, referrals.RefereePoints) ? null : ReferralRefusal.PointsOverflow;
        var refusal = ReferralRewards.RefusalOf(Given.Campaign(definition), CampaignStatus.Active, _real[referee], Given.Monday);
        Seen.Add($"{refusal}");
        Assert.Equal(expected, refusal);
        if (refusal is not null)
            return;
        _real[referee] = _real[referee].Apply(new ReferralBegun(Ref(referrer), 1, 2), Given.Monday);
        _referred.Add(referee);
        _open.Add(new Open(referee, referrer));
    }

    /// <summary>First the referrer's reward, then the referee's.</summary>
    private void GoOn(Open open, CampaignDefinition definition)
    {
        if (open.Credited is { } credited)
            Complete(open, credited, definition);
        else
            Credit(open, definition);
    }

    private void Credit(Open open, CampaignDefinition definition)
    {
        var (index, rules) = (mistake == Mistake.CreditsTheReferee ? open.Referee : open.Referrer, definition.Referrals);
        var isWithin = mistake == Mistake.CreditsBeyondTheLimit || !(_credits[index].Count >= rules?.MaxPerReferrer);
        var points = mistake == Mistake.SwapsTheRewards ? rules?.RefereePoints : rules?.ReferrerPoints;
        var reward = Grant(index, isWithin ? points ?? 0 : 0, definition);
        if (mistake != Mistake.CountsNoMore || isWithin)
            _credits[index].Add(reward);

        var entry = ReferralRewards.Credit(Given.Campaign(definition), _real[open.Referrer], Ref(open.Referee));
        _real[open.Referrer] = _real[open.Referrer].Apply(entry, Given.Monday);
        Assert.Equal((reward, Ref(open.Referee)), (entry.Reward, entry.Referee));
        open.Credited = reward;
        Seen.Add(isWithin ? $"credited {reward > 0}" : "beyond the limit");
    }

    private void Complete(Open open, long credited, CampaignDefinition definition)
    {
        var reward = Grant(open.Referee, definition.Referrals?.RefereePoints ?? 0, definition);
        var entry = ReferralRewards.Complete(Given.Campaign(definition), _real[open.Referee], credited, isHeard: true);
        _real[open.Referee] = _real[open.Referee].Apply(entry, Given.Monday);
        Assert.Equal((reward, credited, Ref(open.Referrer)), (entry.Reward, entry.ReferrerReward, entry.Referrer));
        _open.Remove(open);
        Seen.Add($"completed {reward > 0}");
        if (entry.MilestonesReached.Length > 0)
            Seen.Add("milestone");
    }

    /// <returns>What there was room for: all or nothing.</returns>
    private long Grant(int index, long points, CampaignDefinition definition) =>
        _naive[index].Adjust(definition, points) == "refused" ? 0 : points;

    private void Correct(int index, long points, CampaignDefinition definition)
    {
        var line = _naive[index].Adjust(definition, points);
        var adjusted = PointsAdjuster.Adjust(Given.Campaign(definition), _real[index], points);
        _real[index] = adjusted is null ? _real[index] : _real[index].Apply(adjusted, Given.Monday);
        Assert.Equal(line, adjusted is null ? "refused" : $"{adjusted.Points} = {_real[index].TotalPoints}");
    }

    private void Erase(int index)
    {
        _naive[index].Erase();
        _real[index] = _real[index].Apply(new Erased(), Given.Monday).Apply(new ErasureFinished(), Given.Monday);
        if (mistake == Mistake.ErasureAllowsAnother)
            _referred.Remove(index);
    }

    private void Check()
    {
        for (var index = 0; index < Participants; index++)
        {
            var (real, naive) = (_real[index], _naive[index]);
            Assert.Equal(naive.Total, real.TotalPoints);
            Assert.Equal(naive.Fired.Order(), real.Milestones.Select(one => $"{one.Id}×{one.Times}").Order());
            Assert.Equal((_credits[index].Count, _credits[index].Sum()), (real.ReferralCount, real.ReferralPoints));
            Assert.Equal(_referred.Contains(index), real.Referral is not null);
            Assert.Equal(_open.Any(open => open.Referee == index), real.HasWork);
        }
    }

    private static ParticipantRef Ref(int index) => new((UInt128)index);
}

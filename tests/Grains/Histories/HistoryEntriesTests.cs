using CampaignEngine.Grains.Histories;
using CampaignEngine.Grains.Interfaces.Histories;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Grains.Tests.Storage;
using CampaignEngine.Journal;

namespace CampaignEngine.Grains.Tests.Histories;

public sealed class HistoryEntriesTests
{
    private static readonly StoredPersonal Ann = new("ann", "", "e-1", "{ \"amount\": 1.0 }"u8.ToArray());

    public static TheoryData<string> Entries =>
        [.. Sample.All.Where(sample => sample.Value is StoredParticipantEntry).Select(sample => sample.Name)];

    [Theory]
    [MemberData(nameof(Entries))]
    public void Of_every_kind_of_entry_it_is_said_whether_it_is_shown_and_its_points_are_what_it_adds(string name)
    {
        var stored = (StoredParticipantEntry)Sample.All.Single(sample => sample.Name == name).Value;
        var before = new Domain.Participants.Participant { TotalPoints = 1_000, Referral = AnyReferral };

        var shown = HistoryEntries.Of(stored, Given.Noon, Ann);

        var after = before.Apply(ParticipantStorage.FromStored(stored), Given.Noon);
        Assert.Equal(after.TotalPoints - before.TotalPoints, (shown?.Points + shown?.PrizePoints) ?? 0);
    }

    [Fact]
    public void An_event_is_shown_with_all_that_was_sent_and_all_that_came_of_it()
    {
        var stored = (StoredEvent)Sample.All.Single(sample => sample.Name == "p.event won").Value;

        var shown = HistoryEntries.Of(stored, Given.Noon, Ann)!;

        Assert.Equal((HistoryKind.Event, 100, 50, 3), (shown.Kind, shown.Points, shown.PrizePoints, shown.DefinitionVersion));
        Assert.Equal("bronze", Assert.Single(shown.Milestones).Id);
        Assert.Equal(("purchase", "e-1", stored.OccurredAt), (shown.Event!.EventType, shown.Event.EventId, shown.Event.OccurredAt));
        Assert.Equal(Ann.Metadata, shown.Event.Metadata);
        Assert.Equal((4, "Silber ✨", "SUMM-AX7K9M2P"), (shown.Event.PlayNumber, shown.Event.Win!.PrizeTier, shown.Event.Win.WinCode));
    }

    [Theory]
    [InlineData("p.event lost", true)]
    [InlineData("p.win-voided", true)]
    [InlineData("p.referral-begun", false)]
    public void A_history_ends_at_a_blank_entry_unless_a_completed_referral_blanked_it(string name, bool ends)
    {
        var stored = (StoredParticipantEntry)Sample.All.Single(sample => sample.Name == name).Value;

        Assert.Equal(ends, HistoryEntries.IsOfNobody(stored, Entry(default)));
        Assert.False(HistoryEntries.IsOfNobody(stored, Entry(new byte[] { 1 })));
    }

    private static Domain.Referrals.Referral AnyReferral => new(default, default, default, Domain.Referrals.ReferralStage.Begun);

    private static JournalEntry Entry(ReadOnlyMemory<byte> personal) => new(1, Given.Noon, default, default, personal);
}

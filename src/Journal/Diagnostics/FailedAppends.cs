namespace CampaignEngine.Journal.Diagnostics;

/// <summary>Appends, and checks of what appends rest on, that another writer or a silent store failed.</summary>
public static class FailedAppends
{
    private const string Kind = "stream.kind";

    private static readonly StreamKind[] Kinds = Enum.GetValues<StreamKind>();

    private static readonly TaggedCounter Conflicts = new(
        JournalMeter.Instance, "journal.conflicts", "{conflict}", "Times that another activation had written to the stream.",
        Kind, [.. Kinds.Select(NameOf)]);

    private static readonly TaggedCounter UnknownOutcomes = new(
        JournalMeter.Instance, "journal.unknown_outcomes", "{append}", "Appends of which the store did not say whether they were kept.",
        Kind, [.. Kinds.Select(NameOf)]);

    // With a constructor of its own the counters are there when Publish is called, not merely some time.
    static FailedAppends()
    {
    }

    /// <summary>Makes the counters exist, so that what never happened is shown as 0.</summary>
    public static void Publish()
    {
    }

    /// <summary>Counts what failed an append; other failures than these two are no news of the journal.</summary>
    public static void Count(StreamKind kind, Exception failure)
    {
        if (failure is VersionConflictException) CountConflict(kind);
        else if (failure is OutcomeUnknownException) UnknownOutcomes.Of(NameOf(kind)).Add();
    }

    public static void CountConflict(StreamKind kind) => Conflicts.Of(NameOf(kind)).Add();

    private static string NameOf(StreamKind kind) => kind switch
    {
        StreamKind.JournalInfo => "journal_info",
        StreamKind.Registry => "registry",
        StreamKind.Campaign => "campaign",
        StreamKind.Participant => "participant",
        StreamKind.PrizePool => "prize_pool",
        StreamKind.CodeSpace => "code_space",
        StreamKind.PrizeCodes => "prize_codes",
        StreamKind.Audit => "audit",
        StreamKind.KeyUse => "key_use",
        StreamKind.CodeBatches => "code_batches",
        StreamKind.CodeBatch => "code_batch",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A new kind needs a name here."),
    };
}

namespace CampaignEngine.Verify.Prizes;

/// <summary>A unit or a losing card that the pool numbered.</summary>
internal sealed class Award
{
    public required UInt128 Participant { get; init; }

    public required long Play { get; init; }

    /// <summary>Null for a losing card.</summary>
    public required int? Tier { get; init; }

    /// <summary>Of the pool's entry.</summary>
    public required long Version { get; init; }

    public int Day { get; init; }

    public bool HasOwnCode { get; init; }

    /// <summary>A losing play of a later local day than this had a unit to win, so that it must not have been allowed to win.</summary>
    public int IneligibleAfterDay { get; init; } = int.MaxValue;

    public Fate Fate { get; set; }

    /// <summary>Whether the play's entry was found.</summary>
    public bool IsInEntry { get; set; }

    /// <summary>Whether the prize was handed out.</summary>
    public bool IsRedeemed { get; set; }

    /// <summary>Whether the participant's entry that takes the win back was found.</summary>
    public bool IsTakenBackInEntry { get; set; }
}

internal enum Fate : byte
{
    Open,
    Closed,
    Voided,
    TakenBack,

    /// <summary>Taken back, and the pool knows that the participant's entry says so.</summary>
    TakenBackAndRecorded,
}

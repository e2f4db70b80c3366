using CampaignEngine.Domain.Participants;

namespace CampaignEngine.Domain.Leaderboards;

/// <summary>What a participant had after an entry.</summary>
/// <param name="Version">Of the participant's entry that it stands for: the newest counts.</param>
/// <param name="Wins">Also those that were taken back.</param>
/// <param name="UserId">Empty: nobody, for the person was erased.</param>
public readonly record struct Score(
    ParticipantRef Participant,
    long Version,
    long Points,
    long Events,
    long Plays,
    long Wins,
    DateTimeOffset ReachedAt,
    string UserId,
    string DisplayName)
{
    public BoardPosition Position => new(Points, ReachedAt, UserId);
}

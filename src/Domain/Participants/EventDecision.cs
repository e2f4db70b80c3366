namespace CampaignEngine.Domain.Participants;

/// <summary>What <see cref="EventRecorder.Begin"/> comes to.</summary>
public abstract record EventDecision
{
    public sealed record Refused(EventRefusal Reason) : EventDecision;

    public sealed record Done(EventRecorded Outcome) : EventDecision;

    /// <summary>The draw hit a tier: whether there is a unit left is for the pool to say.</summary>
    public sealed record NeedsClaim(ClaimPlan Plan) : EventDecision;
}

/// <summary>Source order is check order.</summary>
public enum EventRefusal
{
    CampaignNotActive = 1,
    OccurredInFuture = 2,
    PlaysExceeded = 3,
    PointsOverflow = 4,
}

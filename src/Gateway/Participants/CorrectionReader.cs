using CampaignEngine.Gateway.Requests;
using CampaignEngine.Grains.Interfaces.Audits;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Participants;

/// <summary>Turns requests into corrections.</summary>
public sealed class CorrectionReader(TimeProvider time)
{
    public const long MaxPoints = 1_000_000_000;
    public const int MaxReason = 500;

    /// <returns>Null when the refusal has been written.</returns>
    public Task<AdjustPointsRequest?> ReadAdjustmentAsync(HttpContext context, KeyGrant grant, DateTimeOffset? testClock) =>
        StrictBody.ReadAsync(context, (members, key) =>
        {
            var points = members.Whole("points", members.Required("points"), -MaxPoints, MaxPoints);
            if (points == 0)
                members.Wrong("points", "must not be 0");
            var reason = Reason(members);
            return points is null || reason is null ? null : new AdjustPointsRequest(
                key ?? Guid.CreateVersion7(time.GetUtcNow()).ToString(), RequestIdGiven: key is not null, points.Value, reason,
                AuditActor.OfKey(grant.KeyId), testClock);
        });

    /// <returns>Null when the refusal has been written.</returns>
    public Task<ChangeExclusionRequest?> ReadExclusionAsync(
        HttpContext context, KeyGrant grant, DateTimeOffset? testClock, bool isExcluded) =>
        StrictBody.ReadAsync(context, members =>
            Reason(members) is { } reason ? new ChangeExclusionRequest(isExcluded, reason, AuditActor.OfKey(grant.KeyId), testClock) : null);

    private static string? Reason(StrictObject members) => members.RequiredText("reason", MaxReason);
}

using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Events;
using CampaignEngine.Gateway.Requests;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Participants;

/// <summary>Turns requests into corrections, or into a list of everything that is wrong with them.</summary>
public sealed class CorrectionReader(TimeProvider time)
{
    public const long MaxPoints = 1_000_000_000;
    public const int MaxReason = 500;

    public ValueTask<Reading<AdjustPointsRequest>> ReadAdjustmentAsync(HttpRequest request, KeyGrant grant, DateTimeOffset? testClock)
    {
        List<ErrorDetail>? details = null;
        var key = IdempotencyKey.Read(request.Headers, ref details);
        return StrictBody.ReadAsync(request, ["points", "reason"], (ref members) =>
        {
            var points = members.RequiredInteger(
                "points"u8, "/points", points => points is not 0 and >= -MaxPoints and <= MaxPoints,
                $"must be an integer from -{MaxPoints} to {MaxPoints}, and not 0");
            var reason = Reason(ref members);
            return points is null || reason is null ? null : new AdjustPointsRequest(
                key ?? Guid.CreateVersion7(time.GetUtcNow()).ToString(), RequestIdGiven: key is not null, points.Value, reason,
                Actor(grant), testClock);
        }, details);
    }

    public ValueTask<Reading<ChangeExclusionRequest>> ReadExclusionAsync(
        HttpRequest request, KeyGrant grant, DateTimeOffset? testClock, bool isExcluded) =>
        StrictBody.ReadAsync(request, ["reason"], (ref members) =>
            Reason(ref members) is { } reason ? new ChangeExclusionRequest(isExcluded, reason, Actor(grant), testClock) : null);

    private static string? Reason(ref RequestMembers members) => members.RequiredText("reason"u8, "/reason", MaxReason);

    private static string Actor(KeyGrant grant) => grant.KeyId.ToString("N");
}

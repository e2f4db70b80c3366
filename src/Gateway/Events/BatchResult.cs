using System.Text.Json;
using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Grains.Interfaces.Participants;

namespace CampaignEngine.Gateway.Events;

/// <summary>What became of one event of a batch: the data of its answer, or a refusal.</summary>
internal readonly record struct BatchResult(byte[]? Data, bool Replayed, ApiError? Refusal, IReadOnlyList<ErrorDetail>? Details)
{
    private static readonly byte[] Start = "{\"results\":["u8.ToArray();
    private static readonly byte[] Recorded = "{\"code\":200,\"replayed\":false,\"data\":"u8.ToArray();
    private static readonly byte[] RecordedBefore = "{\"code\":200,\"replayed\":true,\"data\":"u8.ToArray();
    private static readonly byte[] EndOfResult = "}"u8.ToArray();
    private static readonly byte[] Between = ","u8.ToArray();
    private static readonly byte[] End = "]}"u8.ToArray();

    public static BatchResult Of(RecordEventReply reply) => reply.Status == RecordEventStatus.Recorded
        ? new BatchResult(reply.Data, reply.Replayed, null, null)
        : Of(ErrorCatalog.Of(reply.Status), null);

    public static BatchResult Of(ApiError refusal, IReadOnlyList<ErrorDetail>? details) =>
        new(null, false, refusal, details ?? (refusal.Detail is { } detail ? [detail] : null));

    /// <summary>Writes the answer of the whole batch.</summary>
    public static Task WriteAsync(HttpResponse response, IReadOnlyList<BatchResult> results)
    {
        var pieces = new List<ReadOnlyMemory<byte>>(results.Count * 4 + 1);
        for (var i = 0; i < results.Count; i++)
        {
            pieces.Add(i == 0 ? Start : Between);
            results[i].AddTo(pieces);
        }

        pieces.Add(End);
        return JsonAnswer.WriteSuccessAsync(response, pieces);
    }

    private void AddTo(List<ReadOnlyMemory<byte>> pieces)
    {
        if (Refusal is { } refusal)
        {
            pieces.Add(JsonSerializer.SerializeToUtf8Bytes(
                new RefusedEventResponse(refusal.Code, refusal.Message, refusal.Name, Details), GatewayJson.Default.RefusedEventResponse));
            return;
        }

        pieces.Add(Replayed ? RecordedBefore : Recorded);
        pieces.Add(Data);
        pieces.Add(EndOfResult);
    }
}

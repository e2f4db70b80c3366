using Azure.Core;
using Azure.Core.Pipeline;

namespace CampaignEngine.Clustering.AzureTables.Settings;

/// <summary>
/// Sends again what may be sent twice: queries, heartbeats, the creation of the table. Two more tries, 0.2 s to 1 s apart,
/// so that with the timeout of a try a call ends within 17 s, unless the service itself asks for a longer pause. A transaction goes once: whether its first try was carried out
/// is not known, and Orleans decides anew after reading the table.
/// </summary>
internal sealed class UnlessTransactionRetryPolicy() : RetryPolicy(
    MaxRetries, DelayStrategy.CreateExponentialDelayStrategy(TimeSpan.FromSeconds(0.2), TimeSpan.FromSeconds(1)))
{
    public const int MaxRetries = 2;

    protected override bool ShouldRetry(HttpMessage message, Exception? exception) =>
        !IsTransaction(message) && base.ShouldRetry(message, exception);

    protected override ValueTask<bool> ShouldRetryAsync(HttpMessage message, Exception? exception) =>
        IsTransaction(message) ? ValueTask.FromResult(false) : base.ShouldRetryAsync(message, exception);

    private static bool IsTransaction(HttpMessage message) =>
        message.Request.Uri.Path.EndsWith("/$batch", StringComparison.Ordinal) || message.Request.Uri.Path == "$batch";
}

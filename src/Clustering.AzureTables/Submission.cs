namespace CampaignEngine.Clustering.AzureTables;

/// <summary>What became of a transaction. One without an answer is neither: it throws.</summary>
/// <param name="FailedRow">The index of the row that refused it, where the service names one.</param>
internal readonly record struct Submission(bool IsAccepted, int? FailedRow)
{
    public static Submission Accepted { get; } = new(true, null);

    public static Submission Refused(int? failedRow) => new(false, failedRow);
}

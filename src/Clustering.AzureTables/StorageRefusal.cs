using Azure;
using Azure.Data.Tables.Models;

namespace CampaignEngine.Clustering.AzureTables;

/// <summary>Tells "a row is not as expected" from everything else that shares its HTTP status.</summary>
internal static class StorageRefusal
{
    /// <summary>
    /// Somebody was first: the row's etag differs, it is already there, or it is gone. The table itself missing (404) or
    /// being deleted (409) is not one of these, or a silo would retry for ever instead of saying so.
    /// </summary>
    public static bool IsOfRow(RequestFailedException failure) => (failure.Status, failure.ErrorCode) switch
    {
        (412, _) => true,
        (409, var code) => code == TableErrorCode.EntityAlreadyExists || code == TableErrorCode.UpdateConditionNotSatisfied,
        (404, var code) => code == TableErrorCode.ResourceNotFound || code == TableErrorCode.EntityNotFound,
        _ => false,
    };

    public static bool IsMissingTable(RequestFailedException failure) =>
        failure.Status == 404 && failure.ErrorCode == TableErrorCode.TableNotFound;
}

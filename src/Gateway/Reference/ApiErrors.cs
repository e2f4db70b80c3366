using CampaignEngine.Gateway.Admin;
using CampaignEngine.Gateway.Errors;

namespace CampaignEngine.Gateway.Reference;

/// <summary>All refusals that an operation may answer: its own, and those that come with its key or token, its body and its headers.</summary>
public static class ApiErrors
{
    private static readonly ApiError[] Key =
        [ErrorCatalog.MissingKey, ErrorCatalog.InvalidKey, ErrorCatalog.RevokedKey, ErrorCatalog.AppNotActive, ErrorCatalog.InsufficientScope,
            ErrorCatalog.RateLimited with { RetryAfterSeconds = 1 }, ErrorCatalog.Overloaded];

    /// <summary>How long to wait is told in each answer; the window is the longest.</summary>
    private static readonly ApiError[] Token =
    [
        ErrorCatalog.MissingAdminToken, ErrorCatalog.InvalidAdminToken,
        ErrorCatalog.TooManyAttempts with { RetryAfterSeconds = (int)FailedAttempts.Window.TotalSeconds }, ErrorCatalog.Overloaded,
    ];

    private static readonly ApiError[] Body =
        [ErrorCatalog.RequestTimeout, ErrorCatalog.BodyTooLarge, ErrorCatalog.UnsupportedMediaType];

    private static readonly ApiError[] Clock = [ErrorCatalog.InvalidRequest, ErrorCatalog.TestClockNotAllowed, ErrorCatalog.TestClockBackwards];

    private static readonly ApiError[] Always = [ErrorCatalog.NotFound, ErrorCatalog.InternalError, ErrorCatalog.Unavailable];

    /// <summary>By status, then in the order in which they were named.</summary>
    public static IEnumerable<ApiError> Of(ApiOperation operation) => operation.Errors
        .Concat(operation.Access switch
        {
            ApiAccess.EventsKey or ApiAccess.ManageKey => Key,
            ApiAccess.AdminToken => Token,
            _ => [],
        })
        .Concat(operation.Requests.Count > 0 ? Body : [])
        .Concat(operation.Parameters.Contains(ApiParameter.TestClock) ? Clock : [])
        .Concat(operation.Access == ApiAccess.None ? [] : Always)
        .Distinct()
        .OrderBy(error => error.Code);
}

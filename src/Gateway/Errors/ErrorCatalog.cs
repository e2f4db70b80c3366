using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Codes;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Interfaces.Prizes;
using CampaignEngine.Grains.Interfaces.Referrals;
using CampaignEngine.Grains.Interfaces.Registry;

namespace CampaignEngine.Gateway.Errors;

/// <summary>Every refusal there is, and the one place that gives a refusal its HTTP status.</summary>
public static class ErrorCatalog
{
    public static readonly ApiError MissingKey = new(401, "missing_api_key", "Missing X-API-Secret header");
    public static readonly ApiError InvalidKey = new(401, "invalid_api_key", "Invalid API key");
    public static readonly ApiError RevokedKey = new(403, "api_key_revoked", "API key has been revoked");
    public static readonly ApiError AppNotActive = new(403, "application_not_active", "Application is not active");
    public static readonly ApiError InsufficientScope = new(403, "insufficient_scope", "API key does not have the scope that this request needs");

    public static readonly ApiError RateLimited = new(429, "rate_limited", "Too many requests with this API key");
    public static readonly ApiError TooManyFailedLookups = new(429, "too_many_failed_lookups", "Too many codes that do not exist were asked for with this API key");

    public static readonly ApiError MissingAdminToken = new(401, "missing_admin_token", "Missing Authorization header with a bearer token");
    public static readonly ApiError InvalidAdminToken = new(401, "invalid_admin_token", "Invalid admin token");
    public static readonly ApiError TooManyAttempts = new(429, "too_many_attempts", "Too many requests with a wrong admin token");
    public static readonly ApiError AppNotFound = new(404, "application_not_found", "Application not found");
    public static readonly ApiError KeyNotFound = new(404, "api_key_not_found", "API key not found");
    public static readonly ApiError TooManyApps = new(409, "too_many_applications", "There are as many applications as there may be");
    public static readonly ApiError TooManyKeys = new(409, "too_many_api_keys", "The application has as many API keys as it may have; revoke one that is not used");

    public static readonly ApiError BackupsNotSupported = new(409, "backups_not_supported", "This process keeps no RocksDB journal; back up the journal's store by its own means");
    public static readonly ApiError BackupPathNotSet = new(409, "backup_path_not_set", "There is no directory for backups; set Backup:Path and start the gateway again");
    public static readonly ApiError BackupRunning = new(409, "backup_running", "Another backup is being made");
    public static readonly ApiError BackupFailed = new(503, "backup_failed", "The backup cannot be written, and the log says why; the engine goes on", RetryAfterSeconds: 60);

    public static readonly ApiError InvalidRequest = new(400, "invalid_request", "Invalid request");
    public static readonly ApiError NotFound = new(404, "not_found", "Not found");
    public static readonly ApiError MethodNotAllowed = new(405, "method_not_allowed", "Method not allowed");
    public static readonly ApiError RequestTimeout = new(408, "request_timeout", "The request body came too slowly");
    public static readonly ApiError BodyTooLarge = new(413, "body_too_large", "Request body too large");
    public static readonly ApiError UnsupportedMediaType = new(415, "unsupported_media_type", "The request body must be application/json in UTF-8, not compressed");

    public static readonly ApiError InvalidBody = new(400, "invalid_request_body", "Invalid request body");
    public static readonly ApiError EventIdReused = new(422, "idempotency_key_reused", "Idempotency key was used with a different request");
    public static readonly ApiError CampaignNotActive = new(404, "campaign_not_active", "Campaign not found or not active");
    public static readonly ApiError OccurredInFuture = new(400, "occurred_in_future", "Invalid request body",
        Detail: new ErrorDetail("/occurredAt", "must not lie more than five minutes ahead"));
    public static readonly ApiError TestClockNotAllowed = new(400, "test_clock_not_allowed", "The header X-Test-Clock is for test keys only");
    public static readonly ApiError TestClockBackwards = new(400, "test_clock_backwards", "The header X-Test-Clock is before the participant's last entry");
    public static readonly ApiError PlaysExceeded = new(409, "plays_exceeded", "User has exceeded maximum plays");
    public static readonly ApiError PointsOverflow = new(409, "points_overflow", "The user's points would exceed the largest possible total");
    public static readonly ApiError ParticipantNotFound = new(404, "participant_not_found", "Campaign or participant not found");

    public static readonly ApiError CampaignOrUserNotFound = new(404, "campaign_or_user_not_found", "Campaign or user not found");
    public static readonly ApiError ReferralsNotEnabled = new(409, "referrals_not_enabled", "The campaign has no referrals");
    public static readonly ApiError SelfReferral = new(400, "self_referral", "Self-referral not allowed");
    public static readonly ApiError AlreadyReferred = new(400, "already_referred", "User has already been referred");

    public static readonly ApiError CampaignNotFound = new(404, "campaign_not_found", "Campaign not found");
    public static readonly ApiError CampaignEnded = new(409, "campaign_ended", "Campaign has ended");
    public static readonly ApiError NoInstantWin = new(409, "no_instant_win", "The campaign has no instant win, so there is nothing to forecast");
    public static readonly ApiError ForecastTooLarge = new(400, "forecast_too_large", "The forecast would take too long");
    public static readonly ApiError ForecastBusy = new(503, "forecast_busy", "Another forecast is being made; send the same request again", RetryAfterSeconds: 2);

    public static readonly ApiError InvalidDefinition = new(400, "invalid_definition", "Invalid campaign definition");
    public static readonly ApiError PreconditionRequired = new(428, "precondition_required",
        "The campaign exists; send its version as If-Match to replace it");
    public static readonly ApiError VersionMismatch = new(412, "version_mismatch", "The campaign has another version than If-Match names");
    public static readonly ApiError FrozenMembers = new(409, "frozen_members", "The campaign was activated; what its draws depend on cannot be changed any more");
    public static readonly ApiError InvalidTransition = new(409, "invalid_transition", "The campaign's status does not allow this");
    public static readonly ApiError EndHasPassed = new(409, "end_has_passed", "The campaign's end has passed; move endsAt before it is activated");
    public static readonly ApiError CampaignDeleted = new(409, "campaign_deleted", "The campaign was deleted; its slug stays taken");
    public static readonly ApiError TooManyVersions = new(409, "too_many_versions", "The campaign has as many versions of its definition as it may have");
    public static readonly ApiError TooManyCampaigns = new(409, "too_many_campaigns", "The application has as many campaigns as it may have");

    public static readonly ApiError IdempotencyKeyRequired = new(400, "idempotency_key_required", "Missing Idempotency-Key header");
    public static readonly ApiError CampaignIsDraft = new(409, "campaign_is_draft", "Campaign is a draft: its stock is what its definition says");
    public static readonly ApiError TierNotFound = new(404, "tier_not_found", "Tier not found");
    public static readonly ApiError StockFixed = new(409, "stock_fixed", "The prizes of a deck cannot be changed while the campaign runs");
    public static readonly ApiError StockTooLarge = new(409, "stock_too_large", "The tier would have more units than a definition may give it");
    public static readonly ApiError CodesMissing = new(409, "codes_missing", "Not enough uploaded codes; upload codes first");
    public static readonly ApiError CodesNotTaken = new(409, "codes_not_taken", "The tier does not take uploaded codes; its definition needs ownCodes");
    public static readonly ApiError DuplicateCodes = new(409, "duplicate_codes", "Codes appear twice or were uploaded before; nothing was kept");
    public static readonly ApiError TooManyCodes = new(409, "too_many_codes", "The campaign would have more than 1000000 uploaded codes");
    public static readonly ApiError StockMediaType = new(415, "unsupported_stock_media_type", "The request body must be application/json or text/csv in UTF-8, not compressed");
    public static readonly ApiError WinNotFound = new(404, "win_not_found", "Win not found");
    public static readonly ApiError AlreadyVoided = new(409, "already_voided", "The win was voided before, with another restock");

    public static readonly ApiError StatsCounting = new(503, "stats_counting", "The campaign's entries are being counted; send the same request again", RetryAfterSeconds: 1);

    public static readonly ApiError WinRedeemed = new(409, "win_redeemed", "The prize was handed out before");
    public static readonly ApiError WinVoided = new(409, "win_voided", "The win was voided");

    public static readonly ApiError CodeNotFound = new(404, "code_not_found", "Code not found");
    public static readonly ApiError CodeRedeemed = new(409, "code_redeemed", "Code status is REDEEMED");
    public static readonly ApiError CodeRevoked = new(409, "code_revoked", "Code status is REVOKED");
    public static readonly ApiError CodeExpired = new(409, "code_expired", "Code status is EXPIRED");
    public static readonly ApiError CodesNotEnabled = new(409, "codes_not_enabled", "The campaign's definition does not enable codes");
    public static readonly ApiError CodesNoLongerShown = new(409, "codes_no_longer_shown",
        "The codes of this request were shown more than 24 hours ago and are not shown again");
    public static readonly ApiError TooManyBatches = new(409, "too_many_batches", "The campaign has as many batches of codes as it may have");
    public static readonly ApiError BatchNotFound = new(404, "batch_not_found", "Batch not found");
    public static readonly ApiError ExpiresInPast = new(400, "expires_in_past", "Invalid request body",
        Detail: new ErrorDetail("/expiresAt", "must lie in the future"));

    public static readonly ApiError OutcomeUnknown = new(503, "outcome_unknown",
        "It is not known whether the request was carried out; send it again with the same Idempotency-Key", RetryAfterSeconds: 1);
    public static readonly ApiError Unavailable = new(503, "unavailable", "Not available at the moment; nothing was recorded", RetryAfterSeconds: 1);
    public static readonly ApiError LeaderboardLoading = new(503, "leaderboard_loading", "The leaderboard is being loaded; send the same request again", RetryAfterSeconds: 1);
    public static readonly ApiError Overloaded = new(503, "overloaded", "Too many requests at once; nothing was recorded, send the same request again", RetryAfterSeconds: 1);
    public static readonly ApiError NotReady = new(503, "not_ready", "Not ready", RetryAfterSeconds: 1);
    public static readonly ApiError InternalError = new(500, "internal_error", "Internal error");

    /// <exception cref="ArgumentOutOfRangeException">Not a refusal.</exception>
    public static ApiError Of(RecordEventStatus refusal) => refusal switch
    {
        RecordEventStatus.EventIdReused => EventIdReused,
        RecordEventStatus.CampaignNotActive => CampaignNotActive,
        RecordEventStatus.OccurredInFuture => OccurredInFuture,
        RecordEventStatus.PlaysExceeded => PlaysExceeded,
        RecordEventStatus.PointsOverflow => PointsOverflow,
        RecordEventStatus.OutcomeUnknown => OutcomeUnknown,
        RecordEventStatus.Unavailable => Unavailable,
        RecordEventStatus.TestClockBackwards => TestClockBackwards,
        RecordEventStatus.NotRecorded => RateLimited,
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "Not a refusal."),
    };

    /// <exception cref="ArgumentOutOfRangeException">Not a refusal.</exception>
    public static ApiError Of(CampaignReplyStatus refusal) => refusal switch
    {
        CampaignReplyStatus.NotFound => CampaignNotFound,
        CampaignReplyStatus.InvalidDefinition => InvalidDefinition,
        CampaignReplyStatus.Frozen => FrozenMembers,
        CampaignReplyStatus.InvalidTransition => InvalidTransition,
        CampaignReplyStatus.OutcomeUnknown => OutcomeUnknown,
        CampaignReplyStatus.Unavailable => Unavailable,
        CampaignReplyStatus.VersionRequired => PreconditionRequired,
        CampaignReplyStatus.VersionMismatch => VersionMismatch,
        CampaignReplyStatus.EndHasPassed => EndHasPassed,
        CampaignReplyStatus.TooManyVersions => TooManyVersions,
        CampaignReplyStatus.CodesMissing => CodesMissing,
        CampaignReplyStatus.Deleted => CampaignDeleted,
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "Not a refusal."),
    };

    /// <exception cref="ArgumentOutOfRangeException">Not a refusal.</exception>
    public static ApiError Of(CorrectionStatus refusal) => refusal switch
    {
        CorrectionStatus.RequestIdReused => EventIdReused,
        CorrectionStatus.ParticipantNotFound => ParticipantNotFound,
        CorrectionStatus.TestClockBackwards => TestClockBackwards,
        CorrectionStatus.PointsOverflow => PointsOverflow,
        CorrectionStatus.OutcomeUnknown => OutcomeUnknown,
        CorrectionStatus.Unavailable => Unavailable,
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "Not a refusal."),
    };

    /// <exception cref="ArgumentOutOfRangeException">Not a refusal.</exception>
    public static ApiError Of(DryRunStatus refusal) => refusal switch
    {
        DryRunStatus.CampaignNotFound => CampaignNotActive,
        DryRunStatus.TestClockBackwards => TestClockBackwards,
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "Not a refusal."),
    };

    /// <exception cref="ArgumentOutOfRangeException">Not a refusal.</exception>
    public static ApiError Of(RegistryStatus refusal) => refusal switch
    {
        RegistryStatus.AppNotFound => AppNotFound,
        RegistryStatus.KeyNotFound => KeyNotFound,
        RegistryStatus.IdReused => EventIdReused,
        RegistryStatus.TooManyApps => TooManyApps,
        RegistryStatus.TooManyKeys => TooManyKeys,
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "Not a refusal."),
    };

    /// <exception cref="ArgumentOutOfRangeException">Not a refusal.</exception>
    public static ApiError Of(StockStatus refusal) => refusal switch
    {
        StockStatus.KeyReused => EventIdReused,
        StockStatus.CampaignIsDraft => CampaignIsDraft,
        StockStatus.CampaignEnded => CampaignEnded,
        StockStatus.TierNotFound => TierNotFound,
        StockStatus.StockFixed => StockFixed,
        StockStatus.StockTooLarge => StockTooLarge,
        StockStatus.CodesMissing => CodesMissing,
        StockStatus.CodesNotTaken => CodesNotTaken,
        StockStatus.DuplicateCodes => DuplicateCodes,
        StockStatus.TooManyCodes => TooManyCodes,
        StockStatus.OutcomeUnknown => OutcomeUnknown,
        StockStatus.Unavailable => Unavailable,
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "Not a refusal."),
    };

    /// <exception cref="ArgumentOutOfRangeException">Not a refusal.</exception>
    public static ApiError Of(VoidWinStatus refusal) => refusal switch
    {
        VoidWinStatus.WinNotFound => WinNotFound,
        VoidWinStatus.AlreadyVoided => AlreadyVoided,
        VoidWinStatus.CodesMissing => CodesMissing,
        VoidWinStatus.Redeemed => WinRedeemed,
        VoidWinStatus.OutcomeUnknown => OutcomeUnknown,
        VoidWinStatus.Unavailable => Unavailable,
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "Not a refusal."),
    };

    /// <exception cref="ArgumentOutOfRangeException">Not a refusal.</exception>
    public static ApiError Of(RedeemWinStatus refusal) => refusal switch
    {
        RedeemWinStatus.WinNotFound => WinNotFound,
        RedeemWinStatus.AlreadyRedeemed => WinRedeemed,
        RedeemWinStatus.Voided => WinVoided,
        RedeemWinStatus.KeyReused => EventIdReused,
        RedeemWinStatus.OutcomeUnknown => OutcomeUnknown,
        RedeemWinStatus.Unavailable => Unavailable,
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "Not a refusal."),
    };

    /// <exception cref="ArgumentOutOfRangeException">Not a refusal.</exception>
    public static ApiError Of(GenerateCodesStatus refusal) => refusal switch
    {
        GenerateCodesStatus.KeyReused => EventIdReused,
        GenerateCodesStatus.NoLongerShown => CodesNoLongerShown,
        GenerateCodesStatus.CampaignNotFound => CampaignNotFound,
        GenerateCodesStatus.CampaignEnded => CampaignEnded,
        GenerateCodesStatus.NotEnabled => CodesNotEnabled,
        GenerateCodesStatus.ExpiresInPast => ExpiresInPast,
        GenerateCodesStatus.TooManyBatches => TooManyBatches,
        GenerateCodesStatus.OutcomeUnknown => OutcomeUnknown,
        GenerateCodesStatus.Unavailable => Unavailable,
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "Not a refusal."),
    };

    /// <exception cref="ArgumentOutOfRangeException">Not a refusal.</exception>
    public static ApiError Of(RedeemCodeStatus refusal) => refusal switch
    {
        RedeemCodeStatus.KeyReused => EventIdReused,
        RedeemCodeStatus.TestClockBackwards => TestClockBackwards,
        RedeemCodeStatus.CampaignNotActive => CampaignNotActive,
        RedeemCodeStatus.CodeNotFound => CodeNotFound,
        RedeemCodeStatus.Redeemed => CodeRedeemed,
        RedeemCodeStatus.Revoked => CodeRevoked,
        RedeemCodeStatus.Expired => CodeExpired,
        RedeemCodeStatus.PointsOverflow => PointsOverflow,
        RedeemCodeStatus.OutcomeUnknown => OutcomeUnknown,
        RedeemCodeStatus.Unavailable => Unavailable,
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "Not a refusal."),
    };

    /// <exception cref="ArgumentOutOfRangeException">Not a refusal.</exception>
    public static ApiError Of(RevokeCodesStatus refusal) => refusal switch
    {
        RevokeCodesStatus.NotFound => BatchNotFound,
        RevokeCodesStatus.Redeemed => CodeRedeemed,
        RevokeCodesStatus.OutcomeUnknown => OutcomeUnknown,
        RevokeCodesStatus.Unavailable => Unavailable,
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "Not a refusal."),
    };

    /// <exception cref="ArgumentOutOfRangeException">Not a refusal.</exception>
    public static ApiError Of(ReferralStatus refusal) => refusal switch
    {
        ReferralStatus.RequestIdReused => EventIdReused,
        ReferralStatus.CampaignNotActive => CampaignOrUserNotFound,
        ReferralStatus.NotEnabled => ReferralsNotEnabled,
        ReferralStatus.AlreadyReferred => AlreadyReferred,
        ReferralStatus.PointsOverflow => PointsOverflow,
        ReferralStatus.TestClockBackwards => TestClockBackwards,
        ReferralStatus.OutcomeUnknown => OutcomeUnknown,
        ReferralStatus.Unavailable => Unavailable,
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "Not a refusal."),
    };

    /// <exception cref="ArgumentOutOfRangeException">Not a refusal.</exception>
    public static ApiError Of(EraseStatus refusal) => refusal switch
    {
        EraseStatus.ParticipantNotFound => ParticipantNotFound,
        EraseStatus.ReferralUnfinished or EraseStatus.Unavailable => Unavailable,
        EraseStatus.OutcomeUnknown => OutcomeUnknown,
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "Not a refusal."),
    };

    /// <summary>What routing and the server say with a bare status.</summary>
    public static ApiError Of(int statusCode) => statusCode switch
    {
        404 => NotFound,
        405 => MethodNotAllowed,
        408 => RequestTimeout,
        413 => BodyTooLarge,
        415 => UnsupportedMediaType,
        >= 500 => InternalError,
        _ => InvalidRequest,
    };
}

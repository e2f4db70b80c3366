using System.Text.Json.Serialization;
using CampaignEngine.Gateway.Admin;
using CampaignEngine.Gateway.Audits;
using CampaignEngine.Gateway.Backups;
using CampaignEngine.Gateway.Campaigns;
using CampaignEngine.Gateway.Codes;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Events;
using CampaignEngine.Gateway.Forecasts;
using CampaignEngine.Gateway.Health;
using CampaignEngine.Gateway.Leaderboards;
using CampaignEngine.Gateway.Participants;
using CampaignEngine.Gateway.Prizes;
using CampaignEngine.Gateway.Referrals;
using CampaignEngine.Gateway.Stats;
using CampaignEngine.Gateway.Wins;

namespace CampaignEngine.Gateway.Answers;

/// <summary>How answers become JSON, made at compile time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.Never)]
[JsonSerializable(typeof(ErrorResponse))]
[JsonSerializable(typeof(RefusedEventResponse))]
[JsonSerializable(typeof(ParticipantResponse))]
[JsonSerializable(typeof(PageResponse<HistoryResponse>))]
[JsonSerializable(typeof(HealthResponse))]
[JsonSerializable(typeof(NameResponse))]
[JsonSerializable(typeof(AddedStockResponse))]
[JsonSerializable(typeof(UploadedCodesResponse))]
[JsonSerializable(typeof(StockResponse))]
[JsonSerializable(typeof(VoidedWinResponse))]
[JsonSerializable(typeof(RedeemedWinResponse))]
[JsonSerializable(typeof(WinnerResponse))]
[JsonSerializable(typeof(PageResponse<WinnerResponse>))]
[JsonSerializable(typeof(GeneratedCodesResponse))]
[JsonSerializable(typeof(VerifiedCodeResponse))]
[JsonSerializable(typeof(CodeBatchesResponse))]
[JsonSerializable(typeof(CodeStatsResponse))]
[JsonSerializable(typeof(RevokedCodesResponse))]
[JsonSerializable(typeof(ReferralCodeResponse))]
[JsonSerializable(typeof(RedeemedCodeResponse))]
[JsonSerializable(typeof(ForecastResponse))]
[JsonSerializable(typeof(CampaignResponse))]
[JsonSerializable(typeof(DeletedCampaignResponse))]
[JsonSerializable(typeof(CampaignVersionResponse))]
[JsonSerializable(typeof(FairnessResponse))]
[JsonSerializable(typeof(PageResponse<CampaignListItem>))]
[JsonSerializable(typeof(PageResponse<CampaignVersionResponse>))]
[JsonSerializable(typeof(PageResponse<AuditResponse>))]
[JsonSerializable(typeof(BackupResponse))]
[JsonSerializable(typeof(BackupDetail))]
[JsonSerializable(typeof(AppResponse))]
[JsonSerializable(typeof(AppDetail))]
[JsonSerializable(typeof(KeyResponse))]
[JsonSerializable(typeof(KeyDetail))]
[JsonSerializable(typeof(PageResponse<AppResponse>))]
[JsonSerializable(typeof(PageResponse<KeyResponse>))]
[JsonSerializable(typeof(LeaderboardResponse))]
[JsonSerializable(typeof(StatsResponse))]
public sealed partial class GatewayJson : JsonSerializerContext;

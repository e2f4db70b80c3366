using CampaignEngine.Grains.Campaigns;
using CampaignEngine.Grains.Codes;
using CampaignEngine.Grains.Diagnostics;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Participants;
using CampaignEngine.Grains.PendingWork;
using CampaignEngine.Grains.Prizes;
using CampaignEngine.Grains.Referrals;
using CampaignEngine.Grains.Registry;
using CampaignEngine.Grains.Secrets;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;
using CampaignEngine.Journal.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CampaignEngine.Grains;

/// <summary>What the grains need beside themselves.</summary>
public static class GrainsServices
{
    /// <summary>
    /// What finds grains and knows what the registry says: all that a process without a silo needs. Needs
    /// <see cref="IJournal"/> and <see cref="MasterKey"/>, which the host opens.
    /// </summary>
    public static IServiceCollection AddCampaignDirectory(this IServiceCollection services)
    {
        FailedAppends.Publish();
        GrainMetrics.Publish();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<EntryCodec>();
        services.AddSingleton<ParticipantGrains>();
        services.AddSingleton<ReferralSteps>();
        services.AddSingleton<ReferralCodes>();
        services.AddSingleton<CampaignLoader>();
        services.AddSingleton<ICampaignDirectory, CampaignDirectory>();
        services.AddHostedService<DirectoryPolling>();
        return services;
    }

    /// <summary>What a silo needs. Needs <see cref="IJournal"/> and <see cref="MasterKey"/>, which the host opens.</summary>
    public static IServiceCollection AddCampaignGrains(this IServiceCollection services)
    {
        services.AddCampaignDirectory();
        services.AddSingleton<CodeBook>();
        services.AddSingleton<RequestHashes>();
        services.AddSingleton<AwardConfirmations>();
        services.AddSingleton<StockHashes>();
        services.AddHostedService<PendingWorkService>();
        services.AddHostedService<CampaignEndings>();
        return services;
    }
}

using System.Buffers.Binary;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Participants;
using CampaignEngine.Journal;

namespace CampaignEngine.Grains.Streams;

/// <summary>Which stream is whose.</summary>
public static class StreamNames
{
    public static readonly StreamId Registry = new(default, StreamKind.Registry, Key: 0);

    public static Scope ScopeOf(CampaignId campaign) => new(campaign.App, (byte)campaign.Environment, campaign.Value);

    public static CampaignId CampaignOf(Scope scope) => new(scope.App, (CampaignEnvironment)scope.Environment, scope.Campaign);

    public static StreamId Campaign(CampaignId campaign) => new(ScopeOf(campaign), StreamKind.Campaign, Key: 0);

    public static StreamId PrizePool(CampaignId campaign) => new(ScopeOf(campaign), StreamKind.PrizePool, Key: 0);

    /// <summary>The codes that were uploaded for the campaign's tiers.</summary>
    public static StreamId PrizeCodes(CampaignId campaign) => new(ScopeOf(campaign), StreamKind.PrizeCodes, Key: 0);

    /// <summary>Management actions on one campaign; those on an app and its keys have the app's scope, with no campaign.</summary>
    public static StreamId Audit(CampaignId campaign) => new(ScopeOf(campaign), StreamKind.Audit, Key: 0);

    public static StreamId KeyUse(Guid app) => new(new Scope(app, Environment: 0, Guid.Empty), StreamKind.KeyUse, Key: 0);

    public static StreamId Participant(CampaignId campaign, ParticipantRef participant) =>
        new(ScopeOf(campaign), StreamKind.Participant, participant.Value);

    public static StreamId CodeSpace(Guid app, CampaignEnvironment environment) =>
        new(new Scope(app, (byte)environment, Guid.Empty), StreamKind.CodeSpace, Key: 0);

    /// <summary>The batches of redeemable codes that the campaign has.</summary>
    public static StreamId CodeBatches(CampaignId campaign) => new(ScopeOf(campaign), StreamKind.CodeBatches, Key: 0);

    /// <summary>What became of the codes of one batch.</summary>
    public static StreamId CodeBatch(CampaignId campaign, Guid batch) => new(ScopeOf(campaign), StreamKind.CodeBatch, KeyOf(batch));

    public static UInt128 KeyOf(Guid batch) => BinaryPrimitives.ReadUInt128BigEndian(batch.ToByteArray(bigEndian: true));

    public static Guid BatchOf(StreamId stream)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, stream.Key);
        return new Guid(bytes, bigEndian: true);
    }
}

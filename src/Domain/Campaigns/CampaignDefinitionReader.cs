namespace CampaignEngine.Domain.Campaigns;

/// <summary>Reads the document that PUT <c>/v1/campaigns/{slug}</c> takes.</summary>
public static class CampaignDefinitionReader
{
    /// <summary>256 KiB.</summary>
    public const int MaxBytes = 256 * 1024;

    public static DefinitionResult Read(ReadOnlyMemory<byte> utf8) => throw new NotSupportedException();
}

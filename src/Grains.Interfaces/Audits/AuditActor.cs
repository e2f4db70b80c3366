namespace CampaignEngine.Grains.Interfaces.Audits;

/// <summary>Who acts, as written in an audit.</summary>
public static class AuditActor
{
    /// <summary>Nobody asked: the engine did it by itself.</summary>
    public const string Engine = "engine";

    public static string OfKey(Guid keyId) => keyId.ToString("N");
}

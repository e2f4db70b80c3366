namespace CampaignEngine.Gateway.Demo;

/// <summary>What a newcomer finds: an app with a key that everybody knows.</summary>
internal static class DemoApp
{
    public const string Name = "demo";
    public const string Key = "sk_test_00112233445566778899aabbccddeeff";
    public const string Campaign = "summer-promo";

    public static readonly Guid Id = new("0199f000-0000-7000-8000-00000000de30");
    public static readonly Guid KeyId = new("0199f000-0000-7000-8000-00000000de31");
}

namespace CampaignEngine.Gateway.Tests.Support;

/// <summary>The keys of the test world.</summary>
public static class TestKeys
{
    public const string Test = "sk_test_00000000000000000000000000000001";
    public const string Live = "sk_live_00000000000000000000000000000002";
    public const string ManageOnly = "sk_test_00000000000000000000000000000003";
    public const string Revoked = "sk_test_00000000000000000000000000000004";
    public const string OtherApp = "sk_test_00000000000000000000000000000005";
    public const string InactiveApp = "sk_test_00000000000000000000000000000006";

    /// <summary>Registered for the live environment under a name that says test.</summary>
    public const string Misnamed = "sk_test_00000000000000000000000000000007";

    public const string EventsOnly = "sk_test_00000000000000000000000000000008";

    public const string Unknown = "sk_test_ffffffffffffffffffffffffffffffff";
}

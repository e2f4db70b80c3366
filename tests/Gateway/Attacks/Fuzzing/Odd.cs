namespace CampaignEngine.Gateway.Tests.Attacks.Fuzzing;

/// <summary>Values that have broken other programs.</summary>
internal static class Odd
{
    /// <summary>In JSON.</summary>
    public static readonly string[] Values =
    [
        "null", "true", "false", "0", "-0", "-1", "1", "0.1", "1e0", "1e308", "1e309", "-1e400", "1E-400", "9223372036854775807",
        "9223372036854775808", "-9223372036854775809", "18446744073709551616", "2147483648", "0.30000000000000004", "1.0",
        new('9', 400), "0." + new string('3', 400), "1e" + new string('9', 30), "\"\"", "\" \"", "\"x\"", "\"0\"", "\"-1\"", "\"true\"",
        "\"null\"", "\"\\u0000\"", "\"a\\u0000b\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\ud83d\\ude00\"", "\"\\u202eabc\"", "\"\\ufeff\"",
        "\"\\uffff\"", "\"../../etc/passwd\"", "\"%00\"", "\"{{7*7}}\"", "\"' or 1=1 --\"", "\"<script>\"", "\"=1+1\"", "\"\\r\\nX-Evil: 1\"",
        "\"2026-02-30T00:00:00Z\"", "\"9999-12-31T23:59:59.9999999Z\"", "\"0001-01-01T00:00:00Z\"", "\"10000-01-01T00:00:00Z\"",
        "\"2026-06-01T00:00:00+14:00\"", "\"0001-01-01T00:00:00+14:00\"", "\"9999-12-31T23:59:59-14:00\"", "\"2026-06-01\"", "\"P1D\"",
        "[]", "{}", "[null]", "[[]]", "[{}]", "{\"\":\"\"}", "{\"a\":1,\"a\":2}", "[1,\"1\",null,{},[]]", "{\"$ref\":\"#\"}", "{\"__proto__\":{}}",
    ];

    /// <summary>As they are sent in a path or a query.</summary>
    public static readonly string[] Segments =
    [
        "", ".", "..", "%2e%2e", "%2f", "a%2fb", "%5c", "%00", "a%00b", "%", "%z", "%zz", "%c0%af", "%ff", "%ed%a0%80", "%f0%9f%98%80", "%u0041",
        "%25", "%2525", ";", "a;b=c", "*", "~", "-", "_", "+", "%20", "null", "undefined", "NaN", "0", "-1", "99999999999999999999", "events",
        "batch", "codes", "apps", "SUMMER-PROMO", "summer-promo", "00000000-0000-0000-0000-000000000000", "{slug}", "%7Bslug%7D", "a,b", "a:b",
        "@", "$where", "'", "%22", "%3Cscript%3E", "%0d%0aX-Evil:1", "..%2f..%2fetc", "%E2%80%AE", "caf%C3%A9", "cafe%CC%81",
    ];

    /// <summary>Of headers.</summary>
    public static readonly string[] Texts =
    [
        "", " ", "x", "0", "-1", "*", "*/*", "null", ";", ",", ",,,", "\"", "\"\"", "\"1\"", "W/\"1\"", "\"1\", \"2\"", "\"99999999999999999999\"",
        "a;q=9", "q=;;", "text/html, application/json;q=0.1, */*;q=0", "application/json; charset=utf-16", "2026-06-01T00:00:00Z",
        "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2026-06-01", "bytes=0-1", "bytes=-1,5-", "Bearer", "Bearer ", "Bearer x", "Basic eDp4",
        "gzip", "identity", "../..", "${jndi:ldap://x}", "() { :; };", "%00", "sk_test_", "sk_live_00000000000000000000000000000000",
        new('x', 255), new('x', 256), new('x', 5000), new(',', 1000),
    ];
}

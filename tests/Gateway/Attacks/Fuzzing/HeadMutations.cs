namespace CampaignEngine.Gateway.Tests.Attacks.Fuzzing;

/// <summary>Changes of method and headers, and of what is no HTTP any more.</summary>
internal static class HeadMutations
{
    private static readonly string[] s_names =
    [
        "Content-Type", "Accept", "Accept-Encoding", "Idempotency-Key", "If-Match", "If-None-Match", "X-Test-Clock", "X-Request-Id",
        "Content-Encoding", "Authorization", "X-API-Secret", "Range", "Cookie", "Origin", "X-Forwarded-For", "X-Forwarded-Proto",
        "X-HTTP-Method-Override", "X-Original-URL", "traceparent", "tracestate", "baggage", "Access-Control-Request-Method", "Referer",
    ];

    private static readonly string[] s_contentTypes =
    [
        "application/json", "APPLICATION/JSON", "application/json;charset=utf-8", "application/json; charset=\"utf-8\"", "application/json; charset=latin1",
        "application/json;", "text/csv", "text/csv; charset=utf-16", "text/plain", "application/xml", "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x", "application/vnd.api+json", "application/*", "json",
    ];

    private static readonly string[] s_methods = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"];

    private static readonly string[] s_oddMethods = ["TRACE", "CONNECT", "get", "PROPFIND", "G@T", "", new('M', 300), "GET\t", "\0"];

    private static readonly string[] s_protocols = ["HTTP/1.0", "HTTP/1.2", "HTTP/2.0", "HTTP/3", "HTTP/0.9", "http/1.1", "", "HTTP/1.1 ", "ICY"];

    private static readonly (string Name, string Value)[] s_oddHeaders =
    [
        ("Host", "other"), ("Host", ""), ("Host", "a b"), ("Host", "x:99999"), ("Transfer-Encoding", "chunked"), ("Transfer-Encoding", "identity"),
        ("Transfer-Encoding", "gzip, chunked"), ("Transfer-Encoding", "chunked, chunked"), ("Transfer-Encoding", "xchunked"), ("Content-Length", "1"),
        ("Content-Length", "-1"), ("Content-Length", "+1"), ("Content-Length", "1, 1"), ("Expect", "100-continue"), ("Expect", "nothing"),
        ("Upgrade", "h2c"), ("Connection", "Upgrade, HTTP2-Settings"), ("Connection", "keep-alive, X-API-Secret"), ("X-Null", "a\0b"), ("X Y", "z"),
        ("X-Folded", "a\r\n b"), ("X-Bare", "a\rb"), ("X-Line", "a\nb"), ("", "x"), (":path", "/"), ("X-Latin", "é"), ("X-Large", new('x', 20_000)),
    ];

    private static readonly string[] s_lengths = ["0", "1", "", "-1", "99999999999999999999", "0x10", "1e3", "600000", "4294967296"];

    public static void Apply(FuzzRequest request, Dice dice)
    {
        switch (dice.Below(6))
        {
            case 0:
                request.Method = dice.Of(s_methods);
                break;
            case 1:
                request.SetHeader("Content-Type", dice.Of(s_contentTypes));
                break;
            case 2 when request.Headers.Count > 1:
                // Not the first, which is the host.
                request.Headers.RemoveAt(1 + dice.Below(request.Headers.Count - 1));
                break;
            case 3 when request.Headers.Count > 1:
                request.Headers.Add(request.Headers[1 + dice.Below(request.Headers.Count - 1)]);
                break;
            default:
                request.SetHeader(dice.Of(s_names), dice.Of(Odd.Texts));
                break;
        }
    }

    public static void MakeRaw(FuzzRequest request, Dice dice)
    {
        request.IsRaw = true;
        switch (dice.Below(6))
        {
            case 0:
                request.Method = dice.Of(s_oddMethods);
                break;
            case 1:
                request.Protocol = dice.Of(s_protocols);
                break;
            case 2:
                request.Length = dice.Of(s_lengths);
                break;
            case 3:
                request.Headers.AddRange(Enumerable.Range(0, dice.Of([60, 64, 65, 200, 2000])).Select(i => ($"X-{i}", "x")));
                break;
            case 4 when dice.OneIn(4):
                request.Headers.RemoveAt(0);
                break;
            default:
                request.Headers.Insert(dice.Below(request.Headers.Count + 1), dice.Of(s_oddHeaders));
                break;
        }
    }
}

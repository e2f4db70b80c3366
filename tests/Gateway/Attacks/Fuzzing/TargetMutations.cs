namespace CampaignEngine.Gateway.Tests.Attacks.Fuzzing;

/// <summary>Changes of path and query.</summary>
internal static class TargetMutations
{
    private static readonly string[] s_known =
        ["limit", "cursor", "userId", "version", "campaignSlug", "slug", "from", "to", "bucket", "restock", "X-API-Secret", "", "%00", "a[b]"];

    public static void Apply(FuzzRequest request, Dice dice)
    {
        var (path, query) = Split(request.Target);
        if (dice.OneIn(2))
            query = Query(query, dice);
        else
            path = Path(path, dice);
        request.Target = query.Length == 0 ? path : $"{path}?{query}";
        // The server takes no zero byte, however it is written, and no long lines, and may say so itself.
        request.IsRaw |= request.Target.Length > 8000 || request.Target.Contains("%00", StringComparison.Ordinal);
    }

    public static void MakeRaw(FuzzRequest request, Dice dice)
    {
        request.IsRaw = true;
        var target = request.Target;
        request.Target = dice.Below(9) switch
        {
            0 => $"http://x{target}",
            1 => $"ftp://user:password@x:99999{target}",
            2 => target[1..],
            3 => "*",
            4 => $"{target}#fragment",
            5 => $"{target} HTTP/1.1\r\nX: ",
            6 => target.Insert(dice.Below(target.Length + 1), dice.Of(["\0", "\x7f", "\xff", "é", "\t", " ", "\\", "|", "\n", "\r"])),
            7 => $"{target}{new string('a', dice.Of([7000, 8200, 100_000]))}",
            _ => $"//x{target}",
        };
    }

    private static string Path(string path, Dice dice)
    {
        var segments = path.Split('/');
        if (segments.Length == 1)
            return path;
        var at = 1 + dice.Below(segments.Length - 1);
        return dice.Below(8) switch
        {
            0 => string.Join('/', [.. segments[..at], dice.Of(Odd.Segments), .. segments[at..]]),
            1 => string.Join('/', [.. segments[..at], .. segments[(at + 1)..]]) is ['/', ..] shorter ? shorter : "/",
            2 => $"{path}/",
            3 => path.ToUpperInvariant(),
            4 => string.Concat(path.Select(character => character == '/' ? "/" : $"%{(int)character & 0xff:X2}")),
            _ => string.Join('/', [.. segments[..at], Segment(segments[at], dice), .. segments[(at + 1)..]]),
        };
    }

    private static string Segment(string segment, Dice dice) => dice.Below(4) switch
    {
        0 => segment + dice.Of(Odd.Segments),
        1 => new string('a', dice.Of([63, 64, 65, 255, 256, 4000])),
        _ => dice.Of(Odd.Segments),
    };

    private static string Query(string query, Dice dice)
    {
        var pairs = query.Length == 0 ? [] : query.Split('&').ToList();
        switch (dice.Below(4))
        {
            case 0 when pairs.Count > 0:
                pairs.RemoveAt(dice.Below(pairs.Count));
                break;
            case 1 when pairs.Count > 0:
                pairs.Add(dice.Of(pairs));
                break;
            case 2 when pairs.Count > 0:
                var at = dice.Below(pairs.Count);
                pairs[at] = $"{pairs[at].Split('=')[0]}={dice.Of(Odd.Segments)}";
                break;
            default:
                pairs.Add($"{dice.Of(s_known)}={dice.Of(Odd.Segments)}");
                break;
        }

        return string.Join('&', pairs);
    }

    private static (string Path, string Query) Split(string target) =>
        target.IndexOf('?', StringComparison.Ordinal) is var at and >= 0 ? (target[..at], target[(at + 1)..]) : (target, "");
}

namespace CampaignEngine.Gateway.Reference.Docs;

/// <summary>The page's style, which is part of the program.</summary>
internal static class DocsStyle
{
    private static readonly Lazy<byte[]> File = new(Read);

    public static byte[] Bytes => File.Value;

    private static byte[] Read()
    {
        using var stream = typeof(DocsStyle).Assembly.GetManifestResourceStream("docs.css")
            ?? throw new InvalidOperationException("The style of the reference is not in the program.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}

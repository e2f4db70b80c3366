using NativeImport;

namespace CampaignEngine.Journal.RocksDb;

/// <summary>Turns what a platform without RocksDB's native library throws into a sentence.</summary>
internal static class MissingNativeLibrary
{
    public static bool IsCause(Exception exception)
    {
        for (Exception? e = exception; e is not null; e = e.InnerException)
            if (e is NativeLoadException or NativeFunctionMissingException or TypeInitializationException
                or DllNotFoundException or EntryPointNotFoundException or BadImageFormatException)
                return true;
        return false;
    }

    // The loader's message lists every path that it tried, a line each; the first line says it all.
    public static JournalOpenException Explain(Exception exception) => new(
        "The RocksDB journal needs a native library that this platform does not have or cannot load. It runs on linux-x64 and "
        + "linux-arm64 (glibc and musl), osx-x64, osx-arm64 and win-x64. Use one of these, or another Journal:Provider. "
        + $"({exception.GetBaseException().Message.Split('\n')[0].Trim()})", exception);
}

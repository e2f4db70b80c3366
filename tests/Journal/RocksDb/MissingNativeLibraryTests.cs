using CampaignEngine.Journal.RocksDb;

namespace CampaignEngine.Journal.Tests.RocksDb;

public sealed class MissingNativeLibraryTests
{
    [Fact]
    public void A_platform_without_the_native_library_gets_a_sentence_and_no_stack_trace()
    {
        using var directory = TempDirectory.Create();
        var program = directory.Sub("program");
        TempDirectory.Copy(AppContext.BaseDirectory, program);
        foreach (var library in Directory.GetFiles(program, "librocksdb*", SearchOption.AllDirectories)) File.Delete(library);
        using var child = ChildProcess.StartCopy(Path.Combine(program, Path.GetFileName(ChildProcess.Dll)), "append", directory.Sub("journal"));

        var (exitCode, errors) = child.WaitForExit();

        Assert.Equal(2, exitCode);
        var sentence = Assert.Single(errors.Trim().Split('\n'));
        Assert.Contains("linux-x64 and linux-arm64 (glibc and musl), osx-x64, osx-arm64 and win-x64", sentence, StringComparison.Ordinal);
    }

    public static TheoryData<Exception> Causes => new()
    {
        new DllNotFoundException("x"),
        new BadImageFormatException("x"),
        new TypeInitializationException("RocksDbSharp.Native", new DllNotFoundException("x")),
        new InvalidOperationException("x", new NativeImport.NativeLoadException("x", null)),
    };

    [Theory]
    [MemberData(nameof(Causes))]
    public void What_the_loader_throws_is_known(Exception exception) => Assert.True(MissingNativeLibrary.IsCause(exception));

    [Fact]
    public void Another_exception_is_no_missing_library() =>
        Assert.False(MissingNativeLibrary.IsCause(new IOException("x", new InvalidOperationException("y"))));
}

using CampaignEngine.Journal.Child;

return args switch
{
    ["append", var path] => await AppendCommand.RunAsync(path, 64 * 1024 * 1024),
    ["append", var path, var writeBufferBytes] => await AppendCommand.RunAsync(path, ulong.Parse(writeBufferBytes)),
    ["pairs", var path] => await PairsCommand.RunAsync(path),
    ["dump", var timeoutSeconds] => await DumpCommand.RunAsync(TimeSpan.FromSeconds(int.Parse(timeoutSeconds))),
    ["measure", var path, var callers, var seconds] => await MeasureCommand.RunAsync(path, int.Parse(callers), int.Parse(seconds)),
    ["compare-azure", var callers, var seconds] => await CompareAzureCommand.RunAsync(int.Parse(callers), int.Parse(seconds)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("append <path> [<write buffer bytes>] | pairs <path> | dump <timeout seconds> (paths on the standard input) | measure <path> <callers> <seconds> | compare-azure <callers> <seconds>");
    return 64;
}

using CampaignEngine.Journal.Child;

return args switch
{
    ["append", var path, ..] => await AppendCommand.RunAsync(path),
    ["dump", var path, var timeoutSeconds] => await DumpCommand.RunAsync(path, TimeSpan.FromSeconds(int.Parse(timeoutSeconds))),
    ["measure", var path, var callers, var seconds] => await MeasureCommand.RunAsync(path, int.Parse(callers), int.Parse(seconds)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("append <path> | dump <path> <timeout seconds> | measure <path> <callers> <seconds>");
    return 64;
}

using System.Globalization;
using System.Net;
using Azure.Data.Tables;

namespace CampaignEngine.Clustering.AzureTables.Rows;

/// <summary>One silo's membership entry as a row. A column without a value is left out.</summary>
internal static class SiloRow
{
    private const char Separator = '|';

    public static TableEntity ToEntity(string clusterId, MembershipEntry entry)
    {
        var row = new TableEntity(clusterId, RowKeys.Of(entry.SiloAddress))
        {
            [Columns.DeploymentId] = clusterId,
            [Columns.Address] = entry.SiloAddress.Endpoint.Address.ToString(),
            [Columns.Port] = Text(entry.SiloAddress.Endpoint.Port),
            [Columns.Generation] = Text(entry.SiloAddress.Generation),
            [Columns.Status] = entry.Status.ToString(),
            [Columns.ProxyPort] = Text(entry.ProxyPort),
            [Columns.UpdateZone] = Text(entry.UpdateZone),
            [Columns.FaultZone] = Text(entry.FaultZone),
            [Columns.SuspectingSilos] = Join(entry, suspect => suspect.Item1.ToParsableString()),
            [Columns.SuspectingTimes] = Join(entry, suspect => LogFormatter.PrintDate(suspect.Item2)),
            [Columns.StartTime] = LogFormatter.PrintDate(entry.StartTime),
            [Columns.IAmAliveTime] = LogFormatter.PrintDate(entry.IAmAliveTime),
        };
        SetIfAny(row, Columns.HostName, entry.HostName);
        SetIfAny(row, Columns.RoleName, entry.RoleName);
        SetIfAny(row, Columns.SiloName, entry.SiloName);
        SetIfAny(row, Columns.InstanceName, entry.SiloName);
        return row;
    }

    /// <summary>The heartbeat and nothing else, to be merged into the row.</summary>
    public static TableEntity ToHeartbeat(string clusterId, MembershipEntry entry) => new(clusterId, RowKeys.Of(entry.SiloAddress))
    {
        [Columns.IAmAliveTime] = LogFormatter.PrintDate(entry.IAmAliveTime),
    };

    /// <exception cref="FormatException">A column that must be there is missing, or one is not in its format.</exception>
    public static MembershipEntry FromEntity(TableEntity row)
    {
        var entry = new MembershipEntry
        {
            SiloAddress = Address(row, Columns.Port),
            HostName = row.GetString(Columns.HostName),
            Status = ParseStatus(Required(row, Columns.Status)),
            ProxyPort = NumberOrZero(row, Columns.ProxyPort),
            RoleName = row.GetString(Columns.RoleName),
            SiloName = row.GetString(Columns.SiloName) ?? row.GetString(Columns.InstanceName),
            UpdateZone = NumberOrZero(row, Columns.UpdateZone),
            FaultZone = NumberOrZero(row, Columns.FaultZone),
            StartTime = TimeOrDefault(row.GetString(Columns.StartTime)),
            IAmAliveTime = TimeOrDefault(row.GetString(Columns.IAmAliveTime)),
        };
        AddSuspects(entry, row);
        return entry;
    }

    /// <summary>The silo's address with the port of one of the columns: its own or the one for clients.</summary>
    /// <exception cref="FormatException">A part is missing or not in its format.</exception>
    public static SiloAddress Address(TableEntity row, string portColumn)
    {
        var port = Number(row, portColumn);
        if (port is < IPEndPoint.MinPort or > IPEndPoint.MaxPort)
            throw new FormatException($"{portColumn} of row {row.RowKey} is no port.");
        return SiloAddress.New(IPAddress.Parse(Required(row, Columns.Address)), port, Number(row, Columns.Generation));
    }

    /// <summary>The newest of start, heartbeat and suspicions: a silo declared dead just now is not old, however old its heartbeat.</summary>
    public static DateTime LastChange(MembershipEntry entry)
    {
        var last = entry.StartTime > entry.IAmAliveTime ? entry.StartTime : entry.IAmAliveTime;
        foreach (var (_, time) in entry.SuspectTimes ?? [])
            last = time > last ? time : last;
        return DateTime.SpecifyKind(last, DateTimeKind.Utc);
    }

    private static void AddSuspects(MembershipEntry entry, TableEntity row)
    {
        var silos = Split(row.GetString(Columns.SuspectingSilos));
        var times = Split(row.GetString(Columns.SuspectingTimes));
        if (silos.Length != times.Length)
            throw new FormatException($"Row {row.RowKey} has {silos.Length} suspecting silos and {times.Length} times.");
        foreach (var (silo, time) in silos.Zip(times))
            entry.AddSuspector(SiloAddress.FromParsableString(silo), LogFormatter.ParseDate(time));
    }

    private static string Join(MembershipEntry entry, Func<Tuple<SiloAddress, DateTime>, string> part) =>
        string.Join(Separator, (entry.SuspectTimes ?? []).Select(part));

    private static string[] Split(string? list) => string.IsNullOrEmpty(list) ? [] : list.Split(Separator);

    private static void SetIfAny(TableEntity row, string column, string? value)
    {
        if (value is not null)
            row[column] = value;
    }

    private static SiloStatus ParseStatus(string status) =>
        Enum.TryParse<SiloStatus>(status, out var known) ? known : throw new FormatException($"\"{status}\" is no status of a silo.");

    private static string Required(TableEntity row, string column) =>
        row.GetString(column) is { Length: > 0 } value ? value : throw new FormatException($"Row {row.RowKey} has no {column}.");

    private static int Number(TableEntity row, string column) =>
        int.Parse(Required(row, column), NumberStyles.Integer, CultureInfo.InvariantCulture);

    private static int NumberOrZero(TableEntity row, string column) =>
        string.IsNullOrEmpty(row.GetString(column)) ? 0 : Number(row, column);

    private static DateTime TimeOrDefault(string? time) => string.IsNullOrEmpty(time) ? default : LogFormatter.ParseDate(time);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

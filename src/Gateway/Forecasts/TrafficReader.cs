using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using CampaignEngine.Domain.Forecasts;
using CampaignEngine.Gateway.Requests;

namespace CampaignEngine.Gateway.Forecasts;

/// <summary>Reads the object <c>traffic</c>, of a forecast and of an activation.</summary>
public static class TrafficReader
{
    private const string Member = "traffic";

    /// <summary>The member of <paramref name="root"/>, which need not be there.</summary>
    /// <returns>Null when there is none, or when the details say what is wrong.</returns>
    public static Traffic? ReadOptional(StrictObject root) =>
        root.OptionalObject(Member) is { } traffic ? Read(traffic) : null;

    /// <summary>The member of <paramref name="root"/>, which must be there.</summary>
    /// <returns>Null when the details say what is wrong.</returns>
    public static Traffic? ReadRequired(StrictObject root) =>
        root.RequiredObject(Member) is { } traffic ? Read(traffic) : null;

    private static Traffic? Read(StrictObject part)
    {
        var eventsPerDay = Number(part, "eventsPerDay", part.Required("eventsPerDay"), number => number is > 0 and <= Traffic.MaxEventsPerDay,
            $"must be a number above 0, at most {Text(Traffic.MaxEventsPerDay)}");
        var users = part.Whole("users", part.Required("users"), 1, Traffic.MaxUsers);
        var repeats = part.Optional("repeatRate");
        var repeatRate = Number(part, "repeatRate", repeats, number => number is >= 0 and <= Traffic.MaxRepeatRate,
            $"must be a number from 0 to {Text(Traffic.MaxRepeatRate)}");
        var weights = part.Optional("weekdays");
        var weekdays = weights is { } array ? Weekdays(part, array) : Traffic.EveryDayAlike;
        part.RefuseOthers();
        if (repeats is null)
            repeatRate = 0;
        return eventsPerDay is { } events && users is { } people && repeatRate is { } repeat && weekdays is { } week
            ? new Traffic(events, people, repeat, week)
            : null;
    }

    private static ImmutableArray<double>? Weekdays(StrictObject part, JsonElement array)
    {
        if (array.ValueKind == JsonValueKind.Array && array.GetArrayLength() == 7)
        {
            ImmutableArray<double?> weights = [.. array.EnumerateArray().Select(item => Number(item, weight => weight is >= 0 and <= Traffic.MaxWeight))];
            if (weights.All(weight => weight is not null) && weights.Sum() >= Traffic.MinWeights)
                return [.. weights.Select(weight => weight!.Value)];
        }

        part.Wrong("weekdays", $"must be seven numbers from 0 to {Text(Traffic.MaxWeight)}, Monday first, with a sum of at least {Text(Traffic.MinWeights)}");
        return null;
    }

    private static double? Number(StrictObject part, string name, JsonElement? member, Func<double, bool> isRight, string message)
    {
        if (member is not { } element)
            return null;
        var number = Number(element, isRight);
        if (number is null)
            part.Wrong(name, message);
        return number;
    }

    private static double? Number(JsonElement element, Func<double, bool> isRight) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out var number) && isRight(number) ? number : null;

    private static string Text(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}

using System.Diagnostics.Metrics;

namespace CampaignEngine.Journal.Tests.Diagnostics;

/// <summary>What somebody who collects now gets from the observable instruments.</summary>
internal static class Collected
{
    public static IReadOnlyList<(string Tag, long Value)> From(string meter, string? instrument = null)
    {
        var collected = new List<(string Tag, long Value)>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (published, self) =>
        {
            if (published.Meter.Name == meter && (instrument is null || published.Name == instrument)) self.EnableMeasurementEvents(published);
        };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) => collected.Add(((string)tags[0].Value!, value)));
        listener.Start();
        listener.RecordObservableInstruments();
        return collected;
    }
}

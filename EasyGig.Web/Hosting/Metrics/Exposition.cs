using System.Diagnostics.Metrics;
using System.Text;

namespace EasyGig.Web.Hosting.Metrics;

/// <summary>Listens to the meters of the framework, the database driver and EasyGig, and says what they add up to.</summary>
internal sealed class Exposition : IDisposable
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private readonly MeterListener _listener = new();
    private readonly List<(Instrument Instrument, Family Family)> _families = [];
    private readonly Lock _telling = new();

    /// <param name="meters">Whose meters are this site's; another site in the same process has another.</param>
    public Exposition(IMeterFactory meters)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (!Heard.Labels.TryGetValue(instrument.Name, out var labels) || instrument.Meter.Scope is { } scope && scope != meters) return;
            var family = new Family(instrument, labels);
            lock (_telling) _families.Add((instrument, family));
            listener.EnableMeasurementEvents(instrument, family);
        };
        _listener.SetMeasurementEventCallback<int>(static (_, value, tags, family) => ((Family)family!).Record(value, tags));
        _listener.SetMeasurementEventCallback<long>(static (_, value, tags, family) => ((Family)family!).Record(value, tags));
        _listener.SetMeasurementEventCallback<double>(static (_, value, tags, family) => ((Family)family!).Record(value, tags));
        _listener.Start();
    }

    public string Tell()
    {
        lock (_telling)
        {
            foreach (var (instrument, family) in _families)
                if (instrument.IsObservable) family.Forget();
            _listener.RecordObservableInstruments();
            var text = new StringBuilder();
            foreach (var (_, family) in _families.OrderBy(family => family.Family.Name, StringComparer.Ordinal)) family.WriteTo(text);
            return text.ToString();
        }
    }

    public void Dispose() => _listener.Dispose();
}

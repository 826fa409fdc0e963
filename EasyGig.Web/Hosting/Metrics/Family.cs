using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace EasyGig.Web.Hosting.Metrics;

/// <summary>One instrument and its series, written as Prometheus names and reads them.</summary>
/// <remarks>https://prometheus.io/docs/instrumenting/exposition_formats, version 0.0.4; names as OpenTelemetry maps them.</remarks>
internal sealed class Family
{
    private static readonly double[] Seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private readonly ConcurrentDictionary<string, Series> _series = new(StringComparer.Ordinal);
    private readonly string[] _labels;
    private readonly string _kind, _help;
    private readonly double[] _bounds;
    private readonly bool _last;

    public Family(Instrument instrument, string[] labels)
    {
        var type = instrument.GetType().GetGenericTypeDefinition();
        _kind = type == typeof(Histogram<>) ? "histogram" : Heard.Levels.Contains(instrument.Name) ? "gauge" : type == typeof(Counter<>) || type == typeof(ObservableCounter<>) ? "counter" : "gauge";
        _last = type == typeof(Gauge<>);
        _bounds = _kind is "histogram" ? [.. (instrument as Histogram<double>)?.Advice?.HistogramBucketBoundaries ?? Seconds] : [];
        _labels = labels;
        _help = (instrument.Description ?? "").ReplaceLineEndings(" ");
        var unit = instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
        Name = $"{Plain(instrument.Name)}{unit}{(_kind is "counter" ? "_total" : "")}";
    }

    public string Name { get; }

    public void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var series = _series.GetOrAdd(LabelsOf(tags), static (_, bounds) => new(bounds), _bounds);
        if (_last) series.Set(value);
        else series.Add(value);
    }

    /// <summary>Before an instrument that tells totals is asked anew.</summary>
    public void Forget() => _series.Clear();

    public void WriteTo(StringBuilder text)
    {
        if (_series.IsEmpty) return;
        text.Append(CultureInfo.InvariantCulture, $"# HELP {Name} {_help.Replace("\\", "\\\\", StringComparison.Ordinal)}\n# TYPE {Name} {_kind}\n");
        foreach (var (labels, series) in _series.OrderBy(series => series.Key, StringComparer.Ordinal))
            if (_kind is "histogram") WriteTo(text, labels, series.Read());
            else text.Append(CultureInfo.InvariantCulture, $"{Name}{Braces(labels)} {series.Read().Sum}\n");
    }

    private void WriteTo(StringBuilder text, string labels, (double Sum, long[] Counts) told)
    {
        var (comma, upTo) = (labels.Length > 0 ? "," : "", 0L);
        for (var bucket = 0; bucket <= _bounds.Length; bucket++)
        {
            var bound = bucket < _bounds.Length ? _bounds[bucket].ToString(CultureInfo.InvariantCulture) : "+Inf";
            text.Append(CultureInfo.InvariantCulture, $"{Name}_bucket{{{labels}{comma}le=\"{bound}\"}} {upTo += told.Counts[bucket]}\n");
        }
        text.Append(CultureInfo.InvariantCulture, $"{Name}_sum{Braces(labels)} {told.Sum}\n{Name}_count{Braces(labels)} {upTo}\n");
    }

    private string LabelsOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (_labels.Length == 0) return "";
        var labels = new StringBuilder();
        foreach (var label in _labels)
            foreach (var tag in tags)
                if (tag.Key == label)
                    labels.Append(labels.Length > 0 ? "," : "").Append(Plain(label)).Append("=\"").Append(Escaped(Convert.ToString(tag.Value, CultureInfo.InvariantCulture)!)).Append('"');
        return labels.ToString();
    }

    private static string Braces(string labels) => labels.Length > 0 ? $"{{{labels}}}" : "";

    private static string Plain(string name) => name.Replace('.', '_');

    private static string Escaped(string value) =>
        value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>One combination of labels: a sum, and how many measurements fell below which bound.</summary>
    private sealed class Series(double[] bounds)
    {
        private readonly long[] _counts = new long[bounds.Length + 1];
        private readonly Lock _lock = new();
        private double _sum;

        public void Set(double value)
        {
            lock (_lock) _sum = value;
        }

        public void Add(double value)
        {
            lock (_lock)
            {
                _sum += value;
                var bucket = Array.BinarySearch(bounds, value);
                _counts[bucket < 0 ? ~bucket : bucket]++;
            }
        }

        public (double Sum, long[] Counts) Read()
        {
            lock (_lock) return (_sum, [.. _counts]);
        }
    }
}

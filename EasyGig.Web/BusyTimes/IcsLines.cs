using System.Text;

namespace EasyGig.Web.BusyTimes;

/// <summary>A line of a calendar file: <c>DTSTART;TZID="Europe/Rome":20270501T200000</c>.</summary>
/// <param name="Name">In capitals.</param>
/// <param name="Parameters">By their names in capitals, without quotes.</param>
internal sealed record IcsLine(string Name, IReadOnlyDictionary<string, string> Parameters, string Value)
{
    public string? this[string parameter] => Parameters.GetValueOrDefault(parameter);
}

/// <summary>Takes a calendar file apart into its lines (RFC 5545, 3.1), whatever is in it: what is no line is left out.</summary>
internal static class IcsLines
{
    public static IEnumerable<IcsLine> Read(string text) => Unfolded(text).Select(Parse).OfType<IcsLine>();

    private static IEnumerable<string> Unfolded(string text)
    {
        var whole = new StringBuilder();
        foreach (var line in text.Split('\n'))
        {
            var bare = line.TrimEnd('\r');
            if (bare is [' ' or '\t', .. var more])
            {
                whole.Append(more);
                continue;
            }
            if (whole.Length > 0) yield return whole.ToString();
            whole.Clear().Append(bare);
        }
        if (whole.Length > 0) yield return whole.ToString();
    }

    private static IcsLine? Parse(string line)
    {
        var parts = new List<string>();
        var (from, quoted) = (0, false);
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == '"') quoted = !quoted;
            if (quoted || line[at] is not (';' or ':')) continue;
            parts.Add(line[from..at]);
            from = at + 1;
            if (line[at] == ':') return new(parts[0].Trim().ToUpperInvariant(), Parameters(parts.Skip(1)), line[from..].Trim());
        }
        return null;
    }

    private static Dictionary<string, string> Parameters(IEnumerable<string> parts)
    {
        var read = new Dictionary<string, string>();
        foreach (var part in parts)
            if (part.Split('=', 2) is [var name, var value]) read[name.Trim().ToUpperInvariant()] = value.Replace("\"", "", StringComparison.Ordinal).Trim();
        return read;
    }
}

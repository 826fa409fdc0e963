namespace EasyGig.Web.Live;

/// <summary>What this node heard a moment ago. A page begins to watch a little later than it was made, and would miss what happened in between.</summary>
public sealed class Lately(TimeProvider clock)
{
    /// <summary>Nobody knows more of the past than this, nor of so many things.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private const int Most = 50_000;

    private readonly Lock _lock = new();
    private Dictionary<string, long> _heard = [], _before = [];
    private long _begun, _turned;
    private bool _listening;

    /// <summary>Whether the database tells; while it does not, nobody can say what changes.</summary>
    public bool Listens
    {
        get { lock (_lock) return _listening; }
    }

    public void Begin()
    {
        lock (_lock) (_heard, _before, _begun, _turned, _listening) = ([], [], clock.GetTimestamp(), clock.GetTimestamp(), true);
    }

    public void Break()
    {
        lock (_lock) _listening = false;
    }

    public void Hear(string topic)
    {
        lock (_lock)
        {
            var now = clock.GetTimestamp();
            if (clock.GetElapsedTime(_turned, now) > Longest) (_before, _heard, _turned) = (_heard, [], now);
            if (_heard.Count < Most) _heard[topic] = now;
            else (_heard, _before, _begun) = ([], [], now);
        }
    }

    /// <summary>Whether something of it may have changed since then: it has, or nobody can say any more. While nobody listens there is time to look when somebody does.</summary>
    public bool MayHaveChanged(IEnumerable<string> topics, TimeSpan ago)
    {
        lock (_lock)
        {
            var now = clock.GetTimestamp();
            return _listening && (ago > Longest || clock.GetElapsedTime(_begun, now) < ago || topics.Any(topic => IsSince(_heard, topic) || IsSince(_before, topic)));

            bool IsSince(Dictionary<string, long> heard, string topic) => heard.TryGetValue(topic, out var at) && clock.GetElapsedTime(at, now) <= ago;
        }
    }
}

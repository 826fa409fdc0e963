namespace EasyGig.Web.Live;

/// <summary>Knows on every node that something has changed which public pages show.</summary>
public sealed class PublicChanges : INewsReader
{
    private long _generation;
    private volatile bool _listening;

    public string Channel => "easygig_public";

    /// <summary>Counts up with every change; null while nobody listens, when a page may be older than it looks.</summary>
    public long? Generation => _listening ? Interlocked.Read(ref _generation) : null;

    public void Begin()
    {
        Interlocked.Increment(ref _generation); // what happened while nobody listened
        _listening = true;
    }

    public void Break() => _listening = false;

    public void Hear(string news) => Interlocked.Increment(ref _generation);
}

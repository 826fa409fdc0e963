namespace EasyGig.Domain;

/// <summary>One allowed step of something's life; <see cref="From"/> is null where the life begins.</summary>
/// <remarks>The lists of steps are the only ones: verbs and buttons read them, and the table that the database's
/// trigger reads is rewritten from them at every migrate.</remarks>
public readonly record struct StateStep<TState>(TState? From, TState To) where TState : struct, Enum
{
    public override string ToString() => $"{(From is { } from ? Word.Of(from) : "")} → {Word.Of(To)}";
}

/// <summary>All the steps that one kind of thing may take.</summary>
public sealed class Steps<TState> where TState : struct, Enum
{
    private readonly HashSet<StateStep<TState>> _all = [];

    public Steps<TState> Begin(params TState[] firsts) => Add([null], firsts);

    public Steps<TState> Allow(TState[] from, params TState[] to) => Add([.. from.Select(state => (TState?)state)], to);

    public IReadOnlySet<StateStep<TState>> All => _all;

    public bool Allows(TState from, TState to) => _all.Contains(new(from, to));

    private Steps<TState> Add(TState?[] from, TState[] to)
    {
        foreach (var start in from)
            foreach (var end in to)
                _all.Add(new(start, end));
        return this;
    }
}

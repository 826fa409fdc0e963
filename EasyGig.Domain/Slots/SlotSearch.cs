using EasyGig.Domain.Artists;
using EasyGig.Domain.Venues;

namespace EasyGig.Domain.Slots;

/// <summary>In which order slots are found: the next first, the nearest first, the best paid first, the best fit first.</summary>
public enum SlotSort { Date, Distance, Fee, Fit }

/// <summary>What somebody looks for among the open slots. What is null or empty does not narrow it down.</summary>
public sealed record SlotSearch
{
    /// <summary>Free text over names and descriptions.</summary>
    public string? Text { get; init; }

    /// <summary>Slugs of genres and groups; any of them will do.</summary>
    public IReadOnlyList<string> Genres { get; init; } = [];
    public Category? Category { get; init; }
    public Whereabouts Where { get; init; } = Whereabouts.Anywhere;

    /// <summary>First day, on the venue's calendar.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, on the venue's calendar.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The evening's day at the venue; any of them will do.</summary>
    public IReadOnlyList<DayOfWeek> Weekdays { get; init; } = [];

    /// <summary>What the slot must be ready to pay, in <see cref="Currency"/>, or where that is null in its own.</summary>
    public decimal? MinFee { get; init; }

    /// <summary>ISO 4217.</summary>
    public string? Currency { get; init; }
    public int? MinCapacity { get; init; }
    public Room? Room { get; init; }
    public SlotSort Sort { get; init; }
}

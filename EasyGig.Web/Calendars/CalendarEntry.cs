using EasyGig.Domain.Slots;

namespace EasyGig.Web.Calendars;

/// <summary>Something on a calendar, by the clocks and in the words of where it takes place.</summary>
public sealed record CalendarEntry
{
    /// <summary>The day on which it begins.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Null for what is about the whole day.</summary>
    public LocalWindow? Window { get; init; }

    /// <summary>The stage, for those who are at home there; for others the venue.</summary>
    public required string Where { get; init; }
    public required string What { get; init; }

    /// <summary>What must not be missed: a deadline.</summary>
    public string? Alert { get; init; }

    /// <summary>A tone of the states' looks.</summary>
    public required string Tone { get; init; }

    /// <summary>Whether nothing is settled yet; whether it is called off.</summary>
    public bool IsFaint { get; init; }
    public bool IsOff { get; init; }
    public required string Href { get; init; }

    /// <summary>On which stage, where that makes a column.</summary>
    public Guid? StageId { get; init; }

    /// <summary>The slot that can be dragged to another time; null for what cannot.</summary>
    public SlotHandle? Handle { get; init; }

    /// <summary>The classes that give it its looks.</summary>
    public string Looks => $"month-entry tone-{Tone}{(Window is null ? " month-held" : "")}{(IsFaint ? " month-faint" : "")}{(IsOff ? " month-off" : "")}";
}

/// <param name="Version">The version of the slot that was read; what was changed since is not moved.</param>
public sealed record SlotHandle(Guid SlotId, uint Version);

using EasyGig.Domain.Groups;
using EasyGig.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Groups;

/// <summary>The group that an application is part of, as the sides of the application may read it: not who and where the others are.</summary>
public sealed record GroupNote
{
    public required string Organisation { get; init; }
    public required GroupState State { get; init; }
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>How many have said yes, of how many.</summary>
    public required int Yeses { get; init; }
    public required int Count { get; init; }

    /// <summary>When this one's venue did; null when it has not.</summary>
    public required DateTimeOffset? AgreedAt { get; init; }

    /// <summary>Whether the application has not made way for another artist's.</summary>
    public required bool Current { get; init; }

    public bool Agreed => AgreedAt is not null;
    public bool IsLast => !Agreed && Yeses == Count - 1;

    /// <summary>Whether it still waits for answers.</summary>
    public bool RunsAt(DateTimeOffset now) => Current && State is GroupState.Submitted && now < DueAt;
}

internal static class GroupNotes
{
    /// <returns>Null for an application that was sent alone.</returns>
    public static Task<GroupNote?> GroupNoteAsync(this EasyGigDb db, Guid application, CancellationToken ct) => (
        from sent in db.Applications
        join whole in db.Groups on sent.GroupId equals whole.Id
        join organisation in db.Organisations on whole.OrganisationId equals organisation.Id
        where sent.Id == application
        select new GroupNote
        {
            Organisation = organisation.Profile.Name, State = whole.State, DueAt = whole.DueAt,
            Yeses = whole.Pairs.Count(pair => pair.AgreedAt != null), Count = whole.Pairs.Count,
            AgreedAt = whole.Pairs.Where(pair => pair.ApplicationId == sent.Id).Select(pair => pair.AgreedAt).FirstOrDefault(),
            Current = whole.Pairs.Any(pair => pair.ApplicationId == sent.Id),
        }).AsNoTracking().SingleOrDefaultAsync(ct);
}

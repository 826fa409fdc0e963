using EasyGig.Domain.Facts;
using EasyGig.Web.Data;

namespace EasyGig.Web.Notices;

/// <summary>A notice in a list.</summary>
public sealed record NoticeRow
{
    public required Guid Id { get; init; }
    public required FactKind Fact { get; init; }
    public required string Text { get; init; }

    /// <summary>A path of this site.</summary>
    public required string Link { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required bool Unread { get; init; }
}

internal static class NoticeRows
{
    extension(EasyGigDb db)
    {
        public IQueryable<Notice> NoticesOf(Guid person) => db.Notices.Where(notice => notice.PersonId == person);
    }

    public static IQueryable<NoticeRow> ToRows(this IQueryable<Notice> notices) => notices.Select(notice => new NoticeRow
    {
        Id = notice.Id, Fact = notice.Fact, Text = notice.Text, Link = notice.Link, CreatedAt = notice.CreatedAt, Unread = notice.ReadAt == null,
    });
}
